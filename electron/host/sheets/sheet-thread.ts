import { type Transferable, Worker } from 'node:worker_threads'
import type { AnsweredTask, SheetAnswers, SheetTasks, TaskKind } from './sheet-task.ts'
import { WORKER_LIMITS } from './worker-file.ts'

/** One sheets' worker as the host sees it. */
export type SheetThread = {
  /** Rejects with the task's error, or with the worker's where it died of it or of another. */
  readonly ask: <Kind extends TaskKind>(
    kind: Kind,
    task: SheetTasks[Kind],
    transfer?: readonly Transferable[],
  ) => Promise<SheetAnswers[Kind]>
  /** How many tasks it has not answered yet. */
  readonly load: () => number
  readonly isOver: () => boolean
  readonly end: () => Promise<void>
}

type Waiting = { readonly resolve: (answer: never) => void; readonly reject: (error: unknown) => void }

/** Starts a worker from its file. It keeps the process alive only while it is at work. */
export function startThread(file: string): SheetThread {
  // What Node was called with, such as a script as text, is not for it.
  const worker = new Worker(file, { resourceLimits: WORKER_LIMITS, execArgv: [] })
  worker.unref()
  const waiting = new Map<number, Waiting>()
  let next = 0
  let over = false
  let isEnding = false
  const fail = (error: unknown) => {
    over = true
    for (const { reject } of waiting.values()) reject(error)
    waiting.clear()
  }
  worker.on('message', (answered: AnsweredTask) => {
    const asked = waiting.get(answered.id)
    waiting.delete(answered.id)
    if (waiting.size === 0 && !isEnding) worker.unref()
    if ('error' in answered) asked?.reject(answered.error)
    else asked?.resolve(answered.answer as never)
  })
  worker.on('error', fail)
  worker.on('exit', code => fail(new Error(`the sheets' worker ended (${code})`)))
  return {
    ask: (kind, task, transfer = []) =>
      new Promise((resolve, reject) => {
        if (over) {
          reject(new Error('the sheets’ worker has ended'))
          return
        }
        const id = next++
        waiting.set(id, { resolve, reject })
        worker.ref()
        worker.postMessage({ id, kind, task }, transfer)
      }),
    load: () => waiting.size,
    isOver: () => over,
    end: async () => {
      // Else a process that only waits for this would be over before: also where an answer is still on its way.
      isEnding = true
      worker.ref()
      await worker.terminate()
    },
  }
}
