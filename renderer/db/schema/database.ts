import Dexie, { type EntityTable, type Table } from 'dexie'
import { MIGRATIONS } from '#renderer/db/migrations/migrations.ts'
import type { DecisionRow, InstructorRow, MeetingRow, RatingRow, SchemeRow, SelfRow, YearRow } from './rows.ts'

type YearAndPosition = [year: number, position: number]

/** The working copy: one database per profile, tables grouped by step. */
export type Database = Dexie & {
  readonly years: EntityTable<YearRow, 'year'>
  readonly schemes: EntityTable<SchemeRow, 'year'>
  readonly instructors: Table<InstructorRow, YearAndPosition>
  readonly selfs: Table<SelfRow, YearAndPosition>
  readonly meetings: Table<MeetingRow, YearAndPosition>
  readonly ratings: Table<RatingRow, YearAndPosition>
  readonly decisions: Table<DecisionRow, YearAndPosition>
}

export const DATABASE_NAME = 'pingyi'

type Opening = {
  readonly name?: string
  /** The schema to stop at; a migration's test opens the one before it. */
  readonly version?: number
}

/** Opens (lazily, at the first use) the database at today's schema. */
export function openDatabase({ name = DATABASE_NAME, version = Number.POSITIVE_INFINITY }: Opening = {}): Database {
  // A committed row must survive the power cut that follows: Chromium's default would answer before the flush.
  const dexie = new Dexie(name, { chromeTransactionDurability: 'strict' })
  for (const migration of MIGRATIONS.filter(each => each.version <= version)) {
    const step = dexie.version(migration.version).stores({ ...migration.stores })
    if (migration.upgrade) step.upgrade(migration.upgrade)
  }
  // Dexie adds the tables of the stores above by name.
  return dexie as Database
}
