import { findDraft, keepDraft } from '#renderer/db/repositories/drafts.ts'
import type { Database } from '#renderer/db/schema/database.ts'
import type { SelfCells } from '#shared/domain/self/self-entry.ts'

/** The draft of the form to type into. */
export const HELD_CELLS = 'self-grid'

/** Cells that cannot be saved yet, by person; kept as a draft, so that a closed window loses none. */
export type HeldCells = Readonly<Record<string, SelfCells>>

export function isHeldCells(value: unknown): value is HeldCells {
  return (
    typeof value === 'object' &&
    value !== null &&
    Object.values(value).every(
      cells =>
        typeof cells === 'object' && cells !== null && Object.values(cells).every(text => typeof text === 'string'),
    )
  )
}

/** Adds to what waits to be completed in the form to type into. `at` is ISO 8601. */
export async function holdCells(database: Database, year: number, more: HeldCells, at: string): Promise<void> {
  const kept = (await findDraft(database, year, HELD_CELLS))?.value
  const value = { ...(isHeldCells(kept) ? kept : {}), ...more }
  await keepDraft(database, { year, key: HELD_CELLS, value, at })
}
