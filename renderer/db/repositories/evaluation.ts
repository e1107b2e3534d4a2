import type { Database } from '#renderer/db/schema/database.ts'
import type { YearRow } from '#renderer/db/schema/rows.ts'
import type { Evaluation } from '#shared/domain/evaluation/evaluation.ts'
import { failure, type Result, success } from '#shared/lib/result.ts'
import { readYear, stamped, writeDifference } from './year-rows.ts'

type Origin = {
  readonly sample: boolean
  /** ISO 8601. */
  readonly importedAt: string
  /** Whether a year that is already here may be replaced; a person was asked. */
  readonly replace: boolean
}

/**
 * Keeps a whole year in one transaction: all of it or nothing. `year-exists` where the year is already here and may not
 * be replaced (looked at inside the transaction: another window may have brought it in meanwhile). A replaced year goes
 * to the removed ones.
 */
export async function saveEvaluation(
  database: Database,
  evaluation: Evaluation,
  { sample, importedAt, replace }: Origin,
): Promise<Result<number, 'year-exists'>> {
  const { year, title, organiser } = evaluation
  return await database.transaction('rw', database.tables, async () => {
    const existing = await database.years.get(year)
    if (existing && !replace) return failure('year-exists')
    if (existing) await removeRows(database, year, importedAt)
    const { keys, done } = writeDifference(database, year, null, evaluation)
    await Promise.all([
      done,
      database.years.put({ year, title, organiser, sample, importedAt, stamps: stamped({}, keys) }),
    ])
    return success(year)
  })
}

export type LoadedYear = { readonly row: YearRow; readonly evaluation: Evaluation }

/**
 * The year as it was kept, deeply equal; null where it is not here. One transaction: never half of a change. `inside` is
 * called within it.
 */
export function loadYear(database: Database, year: number, inside?: () => void): Promise<LoadedYear | null> {
  return database.transaction('r', database.tables, async () => {
    const row = await database.years.get(year)
    inside?.()
    return row ? { row, evaluation: await readYear(database, row) } : null
  })
}

/** The evaluation alone of `loadYear`. */
export async function loadEvaluation(database: Database, year: number): Promise<Evaluation | null> {
  return (await loadYear(database, year))?.evaluation ?? null
}

/** Takes a whole year out, in one transaction, and keeps it among the removed ones. `at` is ISO 8601. */
export function removeYear(database: Database, year: number, at: string): Promise<void> {
  // Dexie follows awaits only inside functions that are async themselves.
  return database.transaction('rw', database.tables, async () => await removeRows(database, year, at))
}

async function removeRows(database: Database, year: number, at: string): Promise<void> {
  const row = await database.years.get(year)
  if (!row) return
  const evaluation = await readYear(database, row)
  await database.removed.add({ year, at, sample: row.sample, evaluation })
  await writeDifference(database, year, evaluation, null).done
  await database.years.delete(year)
  await database.drafts.where('[year+key]').between([year, ''], [year, '\uffff']).delete()
  // The acts stay in the log; what they held cannot be put back into another year.
  await database.operations
    .where('[year+sequence]')
    .between([year, 0], [year, Number.MAX_SAFE_INTEGER])
    .modify({ before: null })
}
