import { threadPool } from '#electron/host/thread-pool.ts'
import { type CheckedYear, checkedYear } from './checked-year.ts'

/** Up to here a thread is not worth its start: some ten milliseconds. */
const SHORT = 200_000

export type YearChecker = { readonly check: (text: string) => Promise<CheckedYear>; readonly stop: () => Promise<void> }

/**
 * Checks the text of a year. A big one, of megabytes, comes again after every edit and takes up to half a second: it is read
 * in a thread of its own, so that pages, windows and a station are served meanwhile. `worker` is `checked-year.ts`, where a
 * bundler moved it. Rejects where the thread ends without an answer.
 */
export function createYearChecker(worker?: string | URL): YearChecker {
  const pool = threadPool(worker ?? new URL('./checked-year.ts', import.meta.url), 1)
  return {
    check: async text => (text.length <= SHORT ? checkedYear(text) : await pool.run('checkedYear', text)),
    stop: pool.stop,
  }
}
