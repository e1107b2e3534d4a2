import type { Phase } from '#electron/host/urn/ballot-store.ts'
import { countGroup } from './commit-hub-votes.ts'
import type { HubBox } from './hub-box.ts'
import type { HubDatabase } from './hub-database.ts'
import { isMissingTable } from './hub-failure.ts'

/** A box's own row. `rollKey` is gone once the slips are. */
export type HubRow = {
  readonly meeting: string
  readonly phase: Phase
  readonly rollKey: Uint8Array | null
  readonly seal: Uint8Array | null
  readonly counts: Uint8Array | null
  readonly pending: Uint8Array | null
  readonly released: Uint8Array | null
}

/** A box's row as it stands now; `null` where the database has no such box. */
export async function readRow(db: HubDatabase, box: string): Promise<HubRow | null> {
  const { rows } = await db.query<HubRow>(
    'SELECT meeting, phase, roll_key AS "rollKey", seal, counts, pending, released FROM pingyi_boxes WHERE box = $1',
    [box],
  )
  return rows[0] ?? null
}

export type HubCounts = { readonly filled: ReadonlyMap<string, number>; readonly paper: ReadonlyMap<string, number> }

/** Filled slots and paper ballots by group id; nought once the tables are dropped. */
export async function readCounts(box: HubBox): Promise<HubCounts> {
  const filled = new Map<string, number>()
  const paper = new Map<string, number>()
  for (const range of box.ranges) {
    const count = await countOrNought(box, range)
    filled.set(range.id, count.filled)
    paper.set(range.id, count.filled - count.voted)
  }
  return { filled, paper }
}

async function countOrNought(box: HubBox, range: HubBox['ranges'][number]) {
  try {
    return await countGroup(box, box.db.query, range)
  } catch (error) {
    if (!isMissingTable(error)) throw error
    return { filled: 0, voted: 0 }
  }
}
