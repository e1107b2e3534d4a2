import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import type { Ran, UrnFile } from './urn-file.ts'

/** What `disk-worker.ts` answers to a list of steps; `code` null: it was no disk's error. */
export type AnsweredSteps = {
  readonly done: number
  readonly failed: { readonly code: string | null; readonly message: string } | null
}

export type DiskThread = Pick<UrnFile, 'run'> & {
  /** Ends when all that was asked for is done. */
  readonly end: () => Promise<void>
}

/** The thread's file, but where a bundler moved it. */
export const DISK_WORKER = new URL('./disk-worker.ts', import.meta.url)

type Waiting = { readonly resolve: (ran: Ran) => void; readonly reject: (error: unknown) => void }

/**
 * Starts the thread that does an open file's steps. It keeps the process alive only while it is at work. `null` where it
 * cannot start: no meeting must fail for that.
 */
export async function startDiskThread(file: number, worker: string | URL): Promise<DiskThread | null> {
  // What Node was called with, such as a script as text, is not for it.
  const thread = new Worker(worker, { workerData: file, execArgv: [] })
  // Its answers come in the order of what it is asked.
  const waiting: Waiting[] = []
  let over: Error | null = null
  const ended = new Promise<void>(resolve => {
    thread.once('exit', () => {
      over ??= new Error('the thread of the urn’s file has ended')
      for (const { reject } of waiting.splice(0)) reject(over)
      resolve()
    })
  })
  const isUp = await Promise.race([
    once(thread, 'message').then(
      () => true,
      () => false,
    ),
    ended.then(() => false),
  ])
  if (!isUp) {
    await ended
    return null
  }
  thread.on('error', (error: Error) => {
    over = error
  })
  thread.on('message', ({ done, failed }: AnsweredSteps) => {
    const asked = waiting.shift()
    if (waiting.length === 0) thread.unref()
    if (!failed) asked?.resolve({ done, error: null })
    else if (failed.code === null) asked?.reject(new Error(failed.message))
    else asked?.resolve({ done, error: Object.assign(new Error(failed.message), { code: failed.code }) })
  })
  thread.unref()
  return {
    run: steps =>
      new Promise((resolve, reject) => {
        if (over) {
          reject(over)
          return
        }
        waiting.push({ resolve, reject })
        thread.ref()
        thread.postMessage(steps)
      }),
    end: async () => {
      thread.ref()
      thread.postMessage(null)
      await ended
    },
  }
}
