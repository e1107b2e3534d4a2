import type { BallotStore, CastOutcome, PaperOutcome, SealedGroup, SealedPile } from './ballot-store.ts'
import { hasBit, placesOf } from './bits.ts'
import { commitVotes, paperBallots, pinTime, type Vote } from './commit-votes.ts'
import { destroyContents, keepCounts, keepReleased, writeHeader } from './destroy-urn.ts'
import { votedBytes } from './geometry.ts'
import { groupCommit } from './group-commit.ts'
import type { GroupRange } from './ranges.ts'
import { readSlot } from './slot.ts'
import { isDiskError } from './urn-file.ts'
import type { UrnState } from './urn-state.ts'

// A batch this large takes the disk no longer than a small one; more would only make the first of it wait.
const MOST_IN_BATCH = 256
const MOST_WAITING = 5_000

/** The urn file as a store of ballots. The state is this store's alone from here on. */
export function urnStore(urn: UrnState): BallotStore {
  const { records, roll, geometry } = urn
  const commits = groupCommit((batch: readonly Vote[]) => commitVotes(urn, batch), MOST_IN_BATCH)
  let open = urn.header.phase === 'sealed'

  const cast = async (proof: Uint8Array, sealed: Uint8Array): Promise<CastOutcome> => {
    if (!open) return 'closed'
    if (sealed.length !== votedBytes(geometry)) return 'bad-request'
    const slip = roll?.find(proof)
    if (slip === undefined) return 'unknown-slip'
    if (hasBit(urn.header.slips, slip)) return 'already-recorded'
    if (commits.waiting() >= MOST_WAITING) return 'busy'
    const ballot = sealed.subarray(0, geometry.sealedBytes)
    const suggestion = geometry.suggestions ? sealed.subarray(geometry.sealedBytes) : null
    const outcome = await commits.add({ slip, sealed: ballot, suggestion })
    if (outcome === 'full') throw new Error('every slip has its slot')
    return outcome
  }

  const castPaper = async (group: string, sealed: readonly Uint8Array[]): Promise<PaperOutcome> => {
    if (!open) return 'closed'
    if (sealed.some(ballot => ballot.length !== geometry.sealedBytes)) return 'bad-request'
    const range = urn.ranges.find(({ id }) => id === group)
    if (!range) return 'unknown-group'
    if (commits.waiting() >= MOST_WAITING) return 'busy'
    const outcome = await commits.add({ paper: range, sealed })
    if (outcome === 'already-recorded') throw new Error('paper has no slip')
    return outcome
  }

  const castSuggestions = async (sealed: readonly Uint8Array[]): Promise<PaperOutcome> => {
    if (!open) return 'closed'
    if (sealed.some(each => each.length !== geometry.suggestions?.sealedBytes)) return 'bad-request'
    if (commits.waiting() >= MOST_WAITING) return 'busy'
    const outcome = await commits.add({ suggestions: sealed })
    if (outcome === 'already-recorded') throw new Error('paper has no slip')
    return outcome
  }

  return {
    identity: urn.identity,
    phase: () => urn.header.phase,
    seal: () => (urn.header.phase === 'created' ? null : records.seal.payload()),
    sealWith: async record => {
      if (urn.header.phase !== 'created') return false
      await records.seal.write(record)
      await writeHeader(urn, { ...urn.header, phase: 'sealed' })
      await pinTime(urn)
      open = true
      return true
    },
    participate: async proof => {
      const slip = roll?.find(proof)
      if (slip === undefined) return 'unknown-slip'
      return hasBit(urn.header.slips, slip) ? 'used' : 'unused'
    },
    draftHalf: async proof => {
      const slip = roll?.find(proof)
      return open && slip !== undefined && !hasBit(urn.header.slips, slip) ? (roll?.draftHalf(proof) ?? null) : null
    },
    cast,
    castPaper,
    castSuggestions,
    paper: () => new Map(urn.ranges.map(range => [range.id, paperBallots(urn, range)])),
    filled: () =>
      new Map(urn.ranges.map(({ id, slots }) => [id, placesOf(urn.header.slots, slots.start, slots.end, true).length])),
    close: async () => {
      open = false
      await commits.idle()
      if (urn.header.phase === 'sealed') await writeHeader(urn, { ...urn.header, phase: 'closed' })
      await pinTime(urn)
    },
    readSealed: () => readGroups(urn),
    readSuggestions: async () =>
      geometry.suggestions
        ? readPile(urn, geometry.suggestions.slots, geometry.suggestions.sealedBytes)
        : { sealed: [], damaged: 0 },
    destroy: async (counts, pending) => {
      await keepCounts(urn, counts, pending)
      await destroyContents(urn)
    },
    counts: () => records.counts.payload(),
    suggestions: () => {
      const released = urn.kept?.released.payload()
      if (released) return { state: 'released', bytes: released.slice(1) }
      const pending = records.counts.payload() ? urn.kept?.pending.payload() : null
      return pending ? { state: 'pending', bytes: pending } : null
    },
    releaseSuggestions: released => keepReleased(urn, released),
    still: work => commits.still(work),
    release: async () => {
      open = false
      await commits.idle()
      await urn.file.close()
    },
  }
}

async function* readGroups(urn: UrnState): AsyncGenerator<SealedGroup> {
  for (const { id, slots } of urn.ranges) yield { id, ...(await readPile(urn, slots, urn.geometry.sealedBytes)) }
}

async function readPile(urn: UrnState, slots: GroupRange['slots'], sealedBytes: number): Promise<SealedPile> {
  const sealed: Uint8Array[] = []
  let damaged = 0
  for (const slot of placesOf(urn.header.slots, slots.start, slots.end, true)) {
    const one = await readOne(urn, slot, sealedBytes)
    if (one) sealed.push(one)
    else damaged++
  }
  return { sealed, damaged }
}

async function readOne(urn: UrnState, slot: number, sealedBytes: number): Promise<Uint8Array | null> {
  try {
    const bytes = await urn.file.read(urn.layout.slotPosition(slot), urn.slotBytes)
    return readSlot(bytes, slot, sealedBytes)
  } catch (error) {
    // A sector that cannot be read is damage like any other.
    if (!isDiskError(error)) throw error
    return null
  }
}
