import type { BoxIdentity } from '#electron/host/urn/ballot-store.ts'
import type { Geometry } from '#electron/host/urn/geometry.ts'
import type { GroupRange } from '#electron/host/urn/ranges.ts'
import type { FreePlaces } from './free-places.ts'
import type { HubDatabase } from './hub-database.ts'
import type { HubTables } from './hub-tables.ts'

/** What is known of a box in a hub and never changes, and what this store knows of its free places. */
export type HubBox = {
  readonly db: HubDatabase
  readonly identity: BoxIdentity
  readonly geometry: Geometry
  /** The groups in the meeting's order; a slip's `pile` is the place in this list. */
  readonly ranges: readonly GroupRange[]
  readonly tables: HubTables
  /** By the range of slots: each group's, and the suggestions' where there are any. */
  readonly free: ReadonlyMap<GroupRange['slots'], FreePlaces>
}
