import type { Database } from '#renderer/db/schema/database.ts'
import type { DraftRow } from '#renderer/db/schema/rows.ts'

/** What the form `key` of the year held when its window closed; undefined where nothing was left. */
export async function findDraft(database: Database, year: number, key: string): Promise<DraftRow | undefined> {
  return await database.drafts.get([year, key])
}

/** Keeps what a form holds; `at` is ISO 8601. */
export async function keepDraft(database: Database, draft: DraftRow): Promise<void> {
  await database.drafts.put(draft)
}

export async function dropDraft(database: Database, year: number, key: string): Promise<void> {
  await database.drafts.delete([year, key])
}
