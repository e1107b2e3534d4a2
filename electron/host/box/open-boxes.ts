import type { BallotStore } from '#electron/host/urn/ballot-store.ts'
import { geometryOf } from '#electron/host/urn/geometry.ts'
import { isDiskError } from '#electron/host/urn/urn-file.ts'
import { joinPiles } from '#shared/domain/ballot/count/ballot-pile.ts'
import type { BoxCounts } from '#shared/domain/ballot/count/box-counts.ts'
import { countBallots, type OpenedGroup } from '#shared/domain/ballot/count/count-ballots.ts'
import type { RandomBytes } from '#shared/domain/ballot/random-bytes.ts'
import type { MeetingSetUp } from '#shared/domain/ballot/set-up/meeting-set-up.ts'
import { failure, type Result, success } from '#shared/lib/result.ts'
import { type HallFault, keptTogether, meetingOf, setUpOf } from './halls.ts'
import { lockSuggestions } from './locked-suggestions.ts'
import { type DamagedGroup, type OpenedBox, openContents } from './open-contents.ts'
import type { Teller } from './tellers.ts'
import { type TellerRoll, type UnlockedKey, type UnlockFault, unlockKey } from './unlock-key.ts'

export type OpenFault =
  | UnlockFault
  | HallFault
  | { readonly code: 'not-sealed' }
  | { readonly code: 'damaged-ballots'; readonly groups: readonly DamagedGroup[]; readonly suggestions: number }
  | { readonly code: 'disk'; readonly place: string }

/** `box`: the place in the list of the box that it is about. */
export type BoxFault = { readonly box: number; readonly fault: OpenFault }

/** The counts' JSON text (`BoxCounts`); `rolls` has each box's tellers, `null` where they had been counted before. */
export type Opened = {
  readonly counts: string
  readonly rolls: readonly TellerRoll[] | null
  readonly damaged: readonly DamagedGroup[]
}

export type OpenOptions = {
  /** Count ballots that the disk has damaged as void (the chief teller's decision), instead of opening nothing. */
  readonly voidDamaged: boolean
  /** Halls whose boxes are lost for good (the chief teller's decision); none unless said. */
  readonly lostHalls?: number
  /** The recovery sheet's code, as typed; it counts as one teller. */
  readonly recovery?: string | undefined
  readonly random: RandomBytes
  readonly progress: (done: number, total: number) => void
}

/**
 * Opens the boxes of a meeting, one or those of all its halls, to one result: unlock every box, close all for good, open
 * and check all ballots in memory, count the halls' ballots together, keep the counts, destroy the rest. The piles of a
 * group are one before the rule on small groups is asked and anything is counted: nothing is ever known of one hall.
 *
 * All or nothing: a box that does not unlock or a ballot that the disk has damaged stops it before anything is counted, all
 * keys and ballots stay. The counts name their boxes and go into each before that one is destroyed; cut off in between,
 * opening the same boxes again finishes with the same counts (and with the same tellers, where there are suggestions).
 * Suggestions wait, locked, in the box they were cast in (`store.suggestions`); where too few voted to count anything, in
 * all or in that box, none are kept. Boxes counted before give the same counts, whoever asks. Wrong passphrases change
 * nothing, not even the phase.
 */
export async function openBoxes(
  stores: readonly [BallotStore, ...BallotStore[]],
  tellers: readonly Teller[],
  options: OpenOptions,
): Promise<Result<Opened, BoxFault>> {
  const kept = keptTogether(stores)
  if (!kept.ok) return kept
  if (kept.value !== null) return finish(stores, kept.value, tellers, options)
  const joined = meetingOf(stores, options.lostHalls ?? 0)
  if (!joined.ok) return joined
  const unsealed = stores.findIndex(store => store.phase() === 'created')
  if (unsealed >= 0) return failure({ box: unsealed, fault: { code: 'not-sealed' } })
  const keys: UnlockedKey[] = []
  try {
    for (const [box, store] of stores.entries()) {
      const key = await unlockKey(store, tellers, options.recovery ?? null)
      if (!key.ok) return failure({ box, fault: key.error })
      keys.push(key.value)
    }
    return await openUnlocked(stores, keys, joined.value, options)
  } finally {
    for (const { secretKey } of keys) secretKey.fill(0)
  }
}

async function openUnlocked(
  stores: readonly BallotStore[],
  keys: readonly UnlockedKey[],
  setUp: MeetingSetUp,
  { voidDamaged, random, progress }: OpenOptions,
): Promise<Result<Opened, BoxFault>> {
  let box = 0
  try {
    for (box = 0; box < stores.length; box++) await stores[box]?.close()
    const total = stores.reduce((sum, store) => sum + [...store.filled().values()].reduce((a, b) => a + b, 0), 0)
    const opened: OpenedBox[] = []
    let done = 0
    for (box = 0; box < stores.length; box++) {
      const [store, key] = [stores[box], keys[box]]
      if (!store || !key) throw new Error('a box without a key')
      const contents = await openContents(store, key, random, each => progress(done + each, total))
      if (!voidDamaged && (contents.damaged.length > 0 || contents.damagedSuggestions > 0)) {
        const { damaged, damagedSuggestions } = contents
        return failure({ box, fault: { code: 'damaged-ballots', groups: damaged, suggestions: damagedSuggestions } })
      }
      done += contents.ballots
      opened.push(contents)
    }
    const counted = countBallots(setUp, joinGroups(setUp, opened), random)
    const counts = JSON.stringify(stores.length === 1 ? counted : { ...counted, boxes: idsOf(stores) })
    box = stores.findIndex(store => roomIn(store) < Buffer.byteLength(counts))
    if (box >= 0) return failure({ box, fault: { code: 'no-room' } })
    for (box = 0; box < stores.length; box++) {
      const [store, key, contents] = [stores[box], keys[box], opened[box]]
      if (!store || !key || !contents) throw new Error('a box that was not opened')
      const enough = counted.tallies.length > 0 && (stores.length === 1 || contents.valid >= setUp.minGroupBallots)
      const pending = enough ? await waitingIn(store, key, contents, random) : null
      await store.destroy(Buffer.from(counts), pending)
    }
    return success({ counts, rolls: keys.map(({ roll }) => roll), damaged: opened.flatMap(({ damaged }) => damaged) })
  } catch (error) {
    if (!isDiskError(error)) throw error
    return failure({ box: Math.max(0, box), fault: { code: 'disk', place: error.code ?? '' } })
  }
}

/**
 * The counts that some of the boxes have already, given to all others: an opening that was cut off. Where suggestions lie
 * in one that is not counted yet its tellers are needed again: nothing else could lock what nobody has read.
 */
async function finish(
  stores: readonly BallotStore[],
  counts: string,
  tellers: readonly Teller[],
  { recovery, random }: OpenOptions,
): Promise<Result<Opened, BoxFault>> {
  const { tallies }: BoxCounts = JSON.parse(counts)
  for (const [box, store] of stores.entries()) {
    if (store.counts()) continue
    try {
      await store.close()
      let pending: Uint8Array | null = null
      const setUp = setUpOf(store)
      if (setUp.suggestions && tallies.length > 0) {
        const key = await unlockKey(store, tellers, recovery ?? null)
        if (!key.ok) return failure({ box, fault: key.error })
        const contents = await openContents(store, key.value, random, () => undefined)
        if (contents.valid >= setUp.minGroupBallots) pending = await waitingIn(store, key.value, contents, random)
        key.value.secretKey.fill(0)
      }
      await store.destroy(Buffer.from(counts), pending)
    } catch (error) {
      if (!isDiskError(error)) throw error
      return failure({ box, fault: { code: 'disk', place: error.code ?? '' } })
    }
  }
  return success({ counts, rolls: null, damaged: [] })
}

/** The suggestions of a box as they wait for its tellers; `null` where nobody wrote one. */
async function waitingIn(
  { identity }: BallotStore,
  { openers, cost }: UnlockedKey,
  { suggestions }: OpenedBox,
  random: RandomBytes,
): Promise<Uint8Array | null> {
  return suggestions.length > 0 ? lockSuggestions(suggestions, openers, identity.box, cost, random) : null
}

/** The halls' piles of each group put together. */
function joinGroups({ groups }: MeetingSetUp, opened: readonly OpenedBox[]): OpenedGroup[] {
  return groups.map(({ id }) => {
    const piles = opened.flatMap(({ groups: own }) => own.filter(group => group.id === id))
    const returned = piles.reduce((sum, pile) => sum + pile.returned, 0)
    return { id, returned, valid: joinPiles(piles.map(({ valid }) => valid)) }
  })
}

function idsOf(stores: readonly BallotStore[]): BoxCounts['boxes'] & {} {
  return stores.map(({ identity }) => identity.box).sort()
}

function roomIn(store: BallotStore): number {
  return geometryOf(setUpOf(store)).countsBytes
}
