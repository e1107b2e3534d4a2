import { DatabaseError } from 'pg'
import { REPORT_FILES, REPORT_TABLES } from '#electron/host/report/report-tables.ts'
import { failure, type Result, success } from '#shared/lib/result.ts'
import type { HubDatabase, Query } from './hub-database.ts'

/**
 * Version 1: one row per box, with what never changes or changes only from phase to phase. No column says when.
 * Each box's slips and slots are two tables of its own (hub-tables.ts), so that they can be dropped as a whole.
 */
const VERSION_1 = `
  CREATE TABLE pingyi_boxes (
    box text PRIMARY KEY,
    meeting text NOT NULL,
    phase text NOT NULL CHECK (phase IN ('created', 'sealed', 'closed', 'counted', 'destroyed')),
    roll_key bytea,
    seal bytea,
    counts bytea
  )`

/** Version 2: suggestions after the count, locked until a teller releases some; then those alone. */
const VERSION_2 = 'ALTER TABLE pingyi_boxes ADD COLUMN pending bytea, ADD COLUMN released bytea'

/** In their order; one that was released is never changed. */
const MIGRATIONS: readonly (readonly string[])[] = [[VERSION_1], [VERSION_2], REPORT_TABLES, REPORT_FILES]

/** Brings the database to this version, all or nothing. A database of a later version is left untouched. */
export async function migrate(db: HubDatabase, tries = TRIES): Promise<Result<null, 'newer-version'>> {
  try {
    return await db.transaction(async query => {
      await query('CREATE TABLE IF NOT EXISTS pingyi_schema (version integer PRIMARY KEY)')
      const version = await versionIn(query)
      if (version > MIGRATIONS.length) return failure('newer-version')
      for (const [index, migration] of MIGRATIONS.entries()) {
        if (index < version) continue
        for (const statement of migration) await query(statement)
        await query('INSERT INTO pingyi_schema (version) VALUES ($1)', [index + 1])
      }
      return success(null)
    })
  } catch (error) {
    // Two programs did it at the same moment: the other one's is as good.
    if (!(error instanceof DatabaseError && TAKEN.includes(error.code ?? '') && tries > 1)) throw error
    return migrate(db, tries - 1)
  }
}

/** SQLSTATE: the row, or the table, is there already. */
const TAKEN = ['23505', '42P07']

// Each try finds one step more done by the others.
const TRIES = 5

/** Whether a database was written by a later version of the program. Rejects where it has no version at all (42P01). */
export async function isNewer(db: HubDatabase): Promise<boolean> {
  return (await versionIn(db.query)) > MIGRATIONS.length
}

/** The version of a database; 0 where there is none yet. */
async function versionIn(query: Query): Promise<number> {
  const { rows } = await query<{ readonly version: number | null }>('SELECT max(version) AS version FROM pingyi_schema')
  return rows[0]?.version ?? 0
}
