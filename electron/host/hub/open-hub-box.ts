import { geometryOf } from '#electron/host/urn/geometry.ts'
import { rangesOf } from '#electron/host/urn/ranges.ts'
import type { RandomBytes } from '#shared/domain/ballot/random-bytes.ts'
import { readHubSetUp } from '#shared/domain/ballot/set-up/read-set-up.ts'
import { failure, type Result, success } from '#shared/lib/result.ts'
import { destroyTables } from './destroy-hub-box.ts'
import { freePlaces } from './free-places.ts'
import type { HubBox } from './hub-box.ts'
import type { HubDatabase } from './hub-database.ts'
import { HubFailure, isMissingTable } from './hub-failure.ts'
import { readCounts, readRow } from './hub-row.ts'
import { type HubStore, hubStore } from './hub-store.ts'
import { tablesOf } from './hub-tables.ts'
import { isNewer } from './migrations.ts'

/** `boxes`: the ids to choose from. `unreachable`: the database's own code in `state`. */
export type HubFault =
  | { readonly code: 'no-box' }
  | { readonly code: 'many-boxes'; readonly boxes: readonly string[] }
  | { readonly code: 'newer-version' }
  | { readonly code: 'damaged' }
  | { readonly code: 'unreachable'; readonly state: string }

/**
 * Opens a box of a hub: the one named (its id in hex), or else the only one that there is. A destruction that was
 * interrupted is carried out first.
 */
export async function openHubBox(
  db: HubDatabase,
  named: string | null,
  random: RandomBytes,
): Promise<Result<HubStore, HubFault>> {
  try {
    if (await isNewer(db)) return failure({ code: 'newer-version' })
    const boxes = await boxesIn(db)
    if (named === null && boxes.length > 1) return failure({ code: 'many-boxes', boxes })
    const box = named === null ? boxes[0] : boxes.find(id => id === named)
    return box === undefined ? failure({ code: 'no-box' }) : await openOne(db, box, random)
  } catch (error) {
    // A database that no box was ever made in.
    if (isMissingTable(error)) return failure({ code: 'no-box' })
    if (!(error instanceof HubFailure)) throw error
    return failure({ code: 'unreachable', state: error.state })
  }
}

async function openOne(db: HubDatabase, box: string, random: RandomBytes): Promise<Result<HubStore, HubFault>> {
  const row = await readRow(db, box)
  const setUp = row ? readHubSetUp(row.meeting) : null
  if (!row || !setUp?.ok) return failure({ code: 'damaged' })
  const geometry = geometryOf(setUp.value)
  const identity = { box, meeting: row.meeting }
  const ranges = rangesOf(geometry.groups)
  const tables = tablesOf(box)
  const slots = [...ranges, ...(geometry.suggestions ? [geometry.suggestions] : [])].map(range => range.slots)
  const free = new Map(slots.map(range => [range, freePlaces(tables.slots, range, random)]))
  const opened: HubBox = { db, identity, geometry, ranges, tables, free }
  if (row.phase === 'counted') await destroyTables(opened)
  const store = hubStore(opened, row, await readCounts(opened))
  if (row.phase === 'counted') await store.refresh()
  return success(store)
}

async function boxesIn(db: HubDatabase): Promise<readonly string[]> {
  const { rows } = await db.query<{ readonly box: string }>('SELECT box FROM pingyi_boxes ORDER BY box')
  return rows.map(({ box }) => box)
}
