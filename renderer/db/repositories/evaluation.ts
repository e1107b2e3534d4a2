import type { Database } from '#renderer/db/schema/database.ts'
import { EVALUATION_FORMAT, EVALUATION_VERSION, type Evaluation } from '#shared/domain/evaluation/evaluation.ts'
import { failure, type Result, success } from '#shared/lib/result.ts'
import { recordsOf, replaceRecords } from './positioned.ts'

type Origin = {
  readonly sample: boolean
  /** ISO 8601. */
  readonly importedAt: string
  /** Whether a year that is already here may be replaced; a person was asked. */
  readonly replace: boolean
}

/**
 * Keeps a whole year in one transaction: all of it or nothing. `year-exists` where the year is already here and may not
 * be replaced (looked at inside the transaction: another window may have brought it in meanwhile).
 */
export function saveEvaluation(
  database: Database,
  evaluation: Evaluation,
  { sample, importedAt, replace }: Origin,
): Promise<Result<number, 'year-exists'>> {
  const { year, title, organiser, scheme, instructors, self, meetings, ratings, decisions } = evaluation
  return database.transaction('rw', database.tables, async () => {
    if (!replace && (await database.years.get(year))) return failure('year-exists')
    await database.years.put({ year, title, organiser, sample, importedAt })
    await database.schemes.put({ year, scheme })
    await replaceRecords(database.instructors, year, instructors)
    await replaceRecords(database.selfs, year, self)
    await replaceRecords(database.meetings, year, meetings)
    await replaceRecords(database.ratings, year, ratings)
    await replaceRecords(database.decisions, year, decisions)
    return success(year)
  })
}

/** The year as it was kept, deeply equal; null where it is not here. One transaction: never half of a change. */
export function loadEvaluation(database: Database, year: number): Promise<Evaluation | null> {
  return database.transaction('r', database.tables, async () => {
    const [row, scheme] = [await database.years.get(year), await database.schemes.get(year)]
    if (!row || !scheme) return null
    return {
      format: EVALUATION_FORMAT,
      version: EVALUATION_VERSION,
      year,
      title: row.title,
      organiser: row.organiser,
      scheme: scheme.scheme,
      instructors: await recordsOf(database.instructors, year),
      self: await recordsOf(database.selfs, year),
      meetings: await recordsOf(database.meetings, year),
      ratings: await recordsOf(database.ratings, year),
      decisions: await recordsOf(database.decisions, year),
    }
  })
}

/** Takes a whole year out, in one transaction. */
export function removeYear(database: Database, year: number): Promise<void> {
  return database.transaction('rw', database.tables, async () => {
    await database.years.delete(year)
    await database.schemes.delete(year)
    await replaceRecords(database.instructors, year, [])
    await replaceRecords(database.selfs, year, [])
    await replaceRecords(database.meetings, year, [])
    await replaceRecords(database.ratings, year, [])
    await replaceRecords(database.decisions, year, [])
  })
}
