import { randomUUID } from 'node:crypto'
import { availableParallelism } from 'node:os'
import type { Transferable } from 'node:worker_threads'
import type { SheetAnswers, SheetJob, SheetTasks } from './sheet-task.ts'
import { type SheetThread, startThread } from './sheet-thread.ts'
import { workerFile } from './worker-file.ts'

/** A job's share of the workers, each of which is told of the job before its first task. */
export type JobWorkers = {
  readonly ask: <Kind extends 'sheet' | 'volume' | 'page'>(
    kind: Kind,
    task: Omit<SheetTasks[Kind], 'job'>,
    transfer?: readonly Transferable[],
  ) => Promise<SheetAnswers[Kind]>
  /** They forget the job. */
  readonly close: () => void
}

export type SheetWorkers = {
  /**
   * Starts those that most jobs use, one after the other, and has them warm up, until the promised end; what is asked for
   * meanwhile comes first. Never rejects: a worker that cannot start is told by the task that it is to do.
   */
  readonly prepare: () => Promise<void>
  readonly open: (job: SheetJob, most: number) => JobWorkers
  readonly stop: () => Promise<void>
}

/** After so long without a task, in milliseconds, their memory is given back; the next task starts them anew. */
const IDLE = 120_000
const PREPARED = 2

type KnownThread = SheetThread & { readonly jobs: Set<string>; isWarm: boolean }

/**
 * The threads that build sheets: started when they are needed, shared by all jobs, kept for a while. To start one takes as
 * long as a hundred sheets, and its first hundred take as long as the next three hundred. `file`: where a bundler moved it.
 *
 * Not by Piscina, which does not say which worker a task goes to (each must be told of its job once) and lets the last tasks
 * wait for ever where none can start.
 */
export function createSheetWorkers(file: string | URL | undefined): SheetWorkers {
  const threads: (KnownThread | undefined)[] = []
  let idle: NodeJS.Timeout | undefined
  let stopped = false
  const end = async () => {
    clearTimeout(idle)
    const ended = threads.splice(0)
    await Promise.all(ended.map(thread => thread?.end()))
  }
  const used = () => {
    clearTimeout(idle)
    idle = setTimeout(() => {
      if (threads.some(thread => thread && thread.load() > 0)) used()
      else void end()
    }, IDLE).unref()
  }
  const threadAt = (place: number): KnownThread => {
    const there = threads[place]
    if (there && !there.isOver()) return there
    const thread = { ...startThread(workerFile(file)), jobs: new Set<string>(), isWarm: false }
    threads[place] = thread
    return thread
  }
  return {
    prepare: async () => {
      for (let place = 0; place < Math.min(PREPARED, availableParallelism()) && !stopped; place++) {
        used()
        const thread = threadAt(place)
        if (thread.isWarm || thread.load() > 0) continue
        thread.isWarm = true
        await thread.ask('warm', null).catch(() => undefined)
      }
    },
    open: (given, most) => {
      const job = randomUUID()
      let broken: { readonly error: unknown } | null = null
      const leastBusy = () =>
        Array.from({ length: most }, (_, place) => threadAt(place)).reduce((least, thread) =>
          thread.load() < least.load() ? thread : least,
        )
      return {
        ask: async (kind, task, transfer) => {
          // Of a worker that ends before it knows the job the next one would only die likewise.
          if (broken) throw broken.error
          used()
          const thread = leastBusy()
          if (!thread.jobs.has(job)) {
            thread.jobs.add(job)
            thread.ask('job', { job, given }).catch((error: unknown) => {
              broken = { error }
            })
          }
          return await thread.ask(kind, { job, ...task } as SheetTasks[typeof kind], transfer).finally(used)
        },
        close: () => {
          for (const thread of threads)
            if (thread?.jobs.delete(job)) thread.ask('forget', { job }).catch(() => undefined)
        },
      }
    },
    stop: async () => {
      stopped = true
      await end()
    },
  }
}

/** A job's workers of those that are lent, or of some that end with it. */
export async function withWorkers<T>(
  lent: SheetWorkers | undefined,
  file: string | URL | undefined,
  { job, most }: { readonly job: SheetJob; readonly most: number },
  use: (workers: JobWorkers) => Promise<T>,
): Promise<T> {
  const all = lent ?? createSheetWorkers(file)
  const own = all.open(job, most)
  try {
    return await use(own)
  } finally {
    own.close()
    if (!lent) await all.stop()
  }
}
