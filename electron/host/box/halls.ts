import type { BallotStore } from '#electron/host/urn/ballot-store.ts'
import type { BoxCounts } from '#shared/domain/ballot/count/box-counts.ts'
import { joinHalls } from '#shared/domain/ballot/set-up/join-halls.ts'
import type { MeetingSetUp } from '#shared/domain/ballot/set-up/meeting-set-up.ts'
import { readHubSetUp } from '#shared/domain/ballot/set-up/read-set-up.ts'
import { failure, type Result, success } from '#shared/lib/result.ts'

/**
 * Why boxes do not open together: one is of another meeting, or the same as one before it (a copy would count twice), the
 * meeting has more halls than there are boxes, one was counted without the others, one has no room for the counts of all.
 */
export type HallFault =
  | { readonly code: 'other-meeting' | 'same-box' | 'opened-apart' | 'no-room' }
  | { readonly code: 'halls'; readonly halls: number; readonly boxes: number }

type AboutBox = { readonly box: number; readonly fault: HallFault }
type Stores = readonly [BallotStore, ...BallotStore[]]

/** The meeting that boxes are of, their slips added up; `lost` is the number of its halls whose boxes are no more. */
export function meetingOf(stores: Stores, lost: number): Result<MeetingSetUp, AboutBox> {
  const [first, ...others] = stores
  const joined = joinHalls([setUpOf(first), ...others.map(setUpOf)])
  if (!joined.ok) return failure({ box: joined.error, fault: { code: 'other-meeting' } })
  const ids = stores.map(({ identity }) => identity.box)
  const twice = ids.findIndex((id, index) => ids.indexOf(id) !== index)
  if (twice >= 0) return failure({ box: twice, fault: { code: 'same-box' } })
  const halls = joined.value.halls ?? stores.length
  if (stores.length + lost !== halls)
    return failure({ box: stores.length - 1, fault: { code: 'halls', halls, boxes: stores.length } })
  return joined
}

/**
 * The counts that boxes were given together: all of these have them, or an opening of exactly these was cut off; `null`
 * where none has any.
 */
export function keptTogether(stores: Stores): Result<string | null, AboutBox> {
  const kept = stores.map(store => store.counts())
  const first = kept.find(counts => counts !== null)
  if (!first) return success(null)
  const text = Buffer.from(first).toString('utf8')
  // Our own text, out of a checksummed record.
  const { boxes }: BoxCounts = JSON.parse(text)
  const ids = stores.map(({ identity }) => identity.box).sort()
  const apart = kept.findIndex(counts => counts !== null && Buffer.from(counts).toString('utf8') !== text)
  if (apart >= 0) return failure({ box: apart, fault: { code: 'opened-apart' } })
  const all = kept.every(counts => counts !== null)
  const same = boxes === undefined ? stores.length === 1 : boxes.join() === ids.join()
  return same || (all && ids.every(id => boxes?.includes(id)))
    ? success(text)
    : failure({ box: kept.indexOf(first), fault: { code: 'opened-apart' } })
}

/** The meeting that a box is of. */
export function setUpOf({ identity }: BallotStore): MeetingSetUp {
  const setUp = readHubSetUp(identity.meeting)
  if (!setUp.ok) throw new Error('the store was opened with a meeting that cannot be read')
  return setUp.value
}
