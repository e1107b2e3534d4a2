import { fileURLToPath } from 'node:url'
import { Piscina } from 'piscina'
import type { Prepare, prepare, survey, verify, verifyOne } from './check-worker.ts'

/** How long a thread waits for more, in milliseconds: the page asks what is missing after every change of a year. */
const IDLE = 60_000

export type CheckWorker = {
  readonly verify: (folder: string) => ReturnType<typeof verify>
  readonly verifyOne: (folder: string) => ReturnType<typeof verifyOne>
  readonly prepare: (request: Omit<Prepare, 'workbookWorker'>) => ReturnType<typeof prepare>
  readonly survey: typeof survey
  readonly stop: () => Promise<void>
}

/**
 * `check-worker.ts` in threads of its own, started when there is work; two, so that the page does not wait behind a check.
 * `worker` is its file and `workbook` the workbook worker's, where a bundler moved them.
 */
export function checkInWorker(worker?: string | URL, workbook?: string | URL): CheckWorker {
  // A URL object does not cross threads.
  const workbookWorker = workbook instanceof URL ? fileURLToPath(workbook) : workbook
  let pool: Piscina | null = null
  const run = async (name: string, task: unknown) => {
    pool ??= startPool(worker)
    const own = pool
    const broken = Promise.withResolvers<never>()
    own.once('error', broken.reject)
    try {
      return await Promise.race([own.run(task, { name }), broken.promise])
    } catch (error) {
      // The next call starts threads anew.
      if (pool === own) pool = null
      await own.destroy()
      throw error
    } finally {
      own.off('error', broken.reject)
    }
  }
  return {
    verify: folder => run('verify', { folder, workbookWorker }),
    verifyOne: folder => run('verifyOne', { folder, workbookWorker }),
    prepare: request => run('prepare', { ...request, workbookWorker }),
    survey: request => run('survey', request),
    stop: async () => {
      const own = pool
      pool = null
      await own?.destroy()
    },
  }
}

function startPool(worker?: string | URL): Piscina {
  const location = worker ?? new URL('./check-worker.ts', import.meta.url)
  return new Piscina({
    filename: typeof location === 'string' ? location : fileURLToPath(location),
    minThreads: 0,
    maxThreads: 2,
    idleTimeout: IDLE,
  })
}
