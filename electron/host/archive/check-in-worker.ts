import { fileURLToPath } from 'node:url'
import { threadPool } from '#electron/host/thread-pool.ts'
import type { Prepare, prepare, survey, verify, verifyOne } from './check-worker.ts'

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
  const pool = threadPool(worker ?? new URL('./check-worker.ts', import.meta.url), 2)
  return {
    verify: folder => pool.run('verify', { folder, workbookWorker }),
    verifyOne: folder => pool.run('verifyOne', { folder, workbookWorker }),
    prepare: request => pool.run('prepare', { ...request, workbookWorker }),
    survey: request => pool.run('survey', request),
    stop: pool.stop,
  }
}
