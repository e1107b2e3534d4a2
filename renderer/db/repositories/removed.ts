import type { Database } from '#renderer/db/schema/database.ts'
import type { RemovedRow } from '#renderer/db/schema/rows.ts'
import { failure, type Result } from '#shared/lib/result.ts'
import { saveEvaluation } from './evaluation.ts'

/** Years that were removed or replaced, the latest first. */
export function listRemoved(database: Database): Promise<RemovedRow[]> {
  return database.removed.orderBy('id').reverse().toArray()
}

/** Brings a removed year back; `year-exists` where one of that year stands, `gone` where another window was faster. */
export async function restoreRemoved(
  database: Database,
  id: number,
  at: string,
): Promise<Result<number, 'year-exists' | 'gone'>> {
  const row = await database.removed.get(id)
  if (!row) return failure('gone')
  const saved = await saveEvaluation(database, row.evaluation, {
    sample: row.sample,
    importedAt: at,
    replace: false,
  })
  if (saved.ok) await database.removed.delete(id)
  return saved
}

/** Forgets a removed year for good. */
export async function clearRemoved(database: Database, id: number): Promise<void> {
  await database.removed.delete(id)
}
