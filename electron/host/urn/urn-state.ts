import type { RandomBytes } from '#shared/domain/ballot/random-bytes.ts'
import type { BoxIdentity } from './ballot-store.ts'
import type { Geometry } from './geometry.ts'
import type { Header } from './header.ts'
import type { Layout } from './layout.ts'
import type { GroupRange } from './ranges.ts'
import type { SlipRoll } from './slip-roll.ts'
import type { Twin } from './twin.ts'
import type { UrnFile } from './urn-file.ts'

/** An open urn. Only what is said to change changes. */
export type UrnState = {
  readonly file: UrnFile
  readonly identity: BoxIdentity
  readonly geometry: Geometry
  readonly layout: Layout
  readonly slotBytes: number
  readonly ranges: readonly GroupRange[]
  /** `null` once the slips are destroyed. */
  readonly roll: SlipRoll | null
  readonly records: { readonly slips: Twin; readonly seal: Twin; readonly header: Twin; readonly counts: Twin }
  /** What becomes of the suggestions after the count; `null` where the meeting takes none. */
  readonly kept: { readonly pending: Twin; readonly released: Twin } | null
  readonly random: RandomBytes
  /** Changes: the last header that is safely on the disk. */
  header: Header
  /** Changes: slots that a failed batch may have left its ballots in; the header may need writing again too. */
  unsettled: readonly number[] | null
  /** Changes: what a batch's slots are made in, used again by the next. Shared, so that the disk's thread copies nothing. */
  batch: SharedArrayBuffer
}
