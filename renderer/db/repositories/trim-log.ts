import type { Database } from '#renderer/db/schema/database.ts'

/** How many acts can be undone, at least. */
const UNDO_DEPTH = 200
/** How many more may lie there before they are looked for. */
const SLACK = 50

const trimmed = new WeakMap<Database, Map<number, number>>()

/**
 * Drops what acts held that are too old to be undone; the acts stay in the log. Behind an edit, never on its way: nobody
 * waits for it, and what a broken disk refuses is tried again after later edits. `sequence`: the year's latest act.
 */
export function trimSoon(database: Database, year: number, sequence: number): void {
  const years = trimmed.get(database) ?? new Map<number, number>()
  trimmed.set(database, years)
  const from = years.get(year) ?? 0
  const to = sequence - UNDO_DEPTH
  if (to - from < SLACK) return
  years.set(year, to)
  database.operations
    .where('[year+sequence]')
    .between([year, from], [year, to], true, true)
    .filter(operation => operation.before !== null)
    .modify({ before: null })
    .catch(() => years.set(year, from))
}
