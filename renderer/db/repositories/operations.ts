import type { Database } from '#renderer/db/schema/database.ts'
import type { OperationRow } from '#renderer/db/schema/rows.ts'

/** How many acts are shown; older ones stay in the table. */
const SHOWN = 500

/** The year's acts, the latest first. */
export function listOperations(database: Database, year: number): Promise<OperationRow[]> {
  return database.operations
    .where('[year+sequence]')
    .between([year, 0], [year, Number.MAX_SAFE_INTEGER])
    .reverse()
    .limit(SHOWN)
    .toArray()
}
