import Dexie, { type EntityTable, type Table } from 'dexie'
import { MIGRATIONS } from '#renderer/db/migrations/migrations.ts'
import type {
  DecisionRow,
  DraftRow,
  InstructorRow,
  MeetingRow,
  OperationRow,
  PartRow,
  RatingRow,
  RemovedRow,
  SelfRow,
  SettingRow,
  YearRow,
} from './rows.ts'

type YearAndPosition = [year: number, position: number]
type YearAndKey = [year: number, key: string]

/** The working copy: one database per profile, tables grouped by step. */
export type Database = Dexie & {
  readonly years: EntityTable<YearRow, 'year'>
  readonly parts: Table<PartRow, YearAndKey>
  readonly instructors: Table<InstructorRow, YearAndPosition>
  readonly selfs: Table<SelfRow, YearAndPosition>
  readonly meetings: Table<MeetingRow, YearAndPosition>
  readonly ratings: Table<RatingRow, YearAndPosition>
  readonly decisions: Table<DecisionRow, YearAndPosition>
  readonly operations: EntityTable<OperationRow, 'sequence'>
  readonly drafts: Table<DraftRow, YearAndKey>
  readonly removed: EntityTable<RemovedRow, 'id'>
  readonly settings: EntityTable<SettingRow, 'key'>
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
