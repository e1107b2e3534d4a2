import { readSealRecord } from '#electron/host/box/seal-record.ts'
import type { Station } from '#electron/host/station/station.ts'
import type { BallotStore } from '#electron/host/urn/ballot-store.ts'
import type { MeetingStatus } from '#shared/contract/meeting.ts'
import type { BoxCounts } from '#shared/domain/ballot/count/box-counts.ts'
import { fingerprintOf } from '#shared/domain/ballot/sealed/box-key.ts'
import type { MeetingSetUp } from '#shared/domain/ballot/set-up/meeting-set-up.ts'
import { type BoxKey, REHEARSAL, sameBox } from './box-key.ts'

/** The one box that is in use; only its station changes. */
export type BoxInUse = {
  readonly key: BoxKey
  readonly store: BallotStore
  readonly setUp: MeetingSetUp
  station: Station | null
}

const STEP = 5

/**
 * How a box stands, as anybody in the room may see it: who has voted only in steps of five, never a mark. Source:
 * PROMISES.md "The projector shows how many have voted, in steps of five".
 */
export function statusOf({ key, store, setUp, station }: BoxInUse): MeetingStatus {
  const phase = store.phase()
  const voted = votedBy(store)
  const record = phase === 'sealed' || phase === 'closed' ? readSealRecord(store.seal() ?? new Uint8Array()) : null
  return {
    year: key.year,
    meeting: key.meeting,
    rehearsal: sameBox(key, REHEARSAL),
    phase,
    station: station && { url: station.url },
    fingerprint: record && fingerprintOf(Buffer.from(record.publicKey, 'hex')),
    suggestions: suggestionsOf(store, setUp),
    groups: setUp.groups.map(({ id, name, slips, paper }) => ({
      id,
      name,
      voted: Math.floor((voted.get(id) ?? 0) / STEP) * STEP,
      slips,
      paper: paper ?? 0,
    })),
  }
}

/** How a box's suggestions stand. */
export function suggestionsOf(store: BallotStore, { suggestions }: MeetingSetUp): MeetingStatus['suggestions'] {
  if (!suggestions) return 'off'
  return store.counts() ? (store.suggestions()?.state ?? 'none') : 'sealed'
}

/** Ballots of each group: the filled slots, or after the count what it says. */
function votedBy(store: BallotStore): ReadonlyMap<string, number> {
  const counts = store.counts()
  if (!counts) return store.filled()
  // Our own text, out of a checksummed record.
  const { groups }: BoxCounts = JSON.parse(Buffer.from(counts).toString('utf8'))
  return new Map(groups.map(({ id, returned }) => [id, returned]))
}
