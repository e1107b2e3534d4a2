import { randomBelow } from '#shared/domain/ballot/random-bytes.ts'
import { hasBit, placesOf, withBits } from './bits.ts'
import { encodeHeader } from './header.ts'
import { type GroupRange, groupOfSlip } from './ranges.ts'
import { fillSlot } from './slot.ts'
import { isDiskError } from './urn-file.ts'
import type { UrnState } from './urn-state.ts'

/**
 * What is on its way to the disk: one slip's vote (the slip's place in the roll) with its suggestion, a bundle of paper
 * ballots of one group, or suggestions that came on paper; each is taken as a whole. On the disk nothing tells them apart.
 */
export type Vote =
  | { readonly slip: number; readonly sealed: Uint8Array; readonly suggestion: Uint8Array | null }
  | { readonly paper: GroupRange; readonly sealed: readonly Uint8Array[] }
  | { readonly suggestions: readonly Uint8Array[] }

type Placed = { readonly sealed: Uint8Array; readonly slot: number }

export type VoteOutcome = 'recorded' | 'already-recorded' | 'full' | 'storage'

/**
 * Commits a batch of votes: slots, flush; header, flush; header's other copy, flush. Where the disk fails, the header and the
 * slots are put back to what was acknowledged before, and every vote of the batch is refused; where even that
 * fails, it is tried again before the next batch. A slip that stands twice in a batch counts once; paper ballots beyond
 * the group's are refused (`full`).
 */
export async function commitVotes(urn: UrnState, batch: readonly Vote[]): Promise<readonly VoteOutcome[]> {
  if (!(await settled(urn))) return batch.map(() => 'storage')
  const taken = new Set<number>()
  const paper = new Map<string, number>()
  let paperSuggestions = paperSuggestionsIn(urn)
  const planned = batch.map((vote): VoteOutcome => {
    if ('slip' in vote) {
      if (hasBit(urn.header.slips, vote.slip) || taken.has(vote.slip)) return 'already-recorded'
      taken.add(vote.slip)
      return 'recorded'
    }
    if ('suggestions' in vote) {
      const filled = paperSuggestions + vote.suggestions.length
      if (filled > (urn.geometry.suggestions?.paper ?? 0)) return 'full'
      paperSuggestions = filled
      return 'recorded'
    }
    const { id, slips, slots } = vote.paper
    const used = paper.get(id) ?? paperBallots(urn, vote.paper)
    const room = slots.end - slots.start - (slips.end - slips.start) - used
    if (vote.sealed.length > room) return 'full'
    paper.set(id, used + vote.sealed.length)
    return 'recorded'
  })
  const saved = await save(
    urn,
    batch.filter((_, index) => planned[index] === 'recorded'),
  )
  // A slip that stands twice in a batch that failed has not voted either.
  return saved
    ? planned
    : batch.map((vote, index) => (isRecorded(urn, vote) ? (planned[index] ?? 'storage') : 'storage'))
}

/** Paper ballots of a group that are in the urn: its filled slots beyond its slips that voted. */
export function paperBallots({ header }: UrnState, { slips, slots }: GroupRange): number {
  const filled = placesOf(header.slots, slots.start, slots.end, true).length
  return filled - placesOf(header.slips, slips.start, slips.end, true).length
}

/** Suggestions on paper that are in the urn: the filled slots beyond the slips that voted. */
function paperSuggestionsIn({ header, geometry }: UrnState): number {
  if (!geometry.suggestions) return 0
  const { start, end } = geometry.suggestions.slots
  return placesOf(header.slots, start, end, true).length - placesOf(header.slips, 0, geometry.slips, true).length
}

function isRecorded(urn: UrnState, vote: Vote): boolean {
  return 'slip' in vote && hasBit(urn.header.slips, vote.slip)
}

async function save(urn: UrnState, votes: readonly Vote[]): Promise<boolean> {
  if (votes.length === 0) return true
  const slots = freeSlots(urn, votes)
  try {
    await writeSlots(urn, slots)
    await urn.file.flush()
    const header = {
      ...urn.header,
      slips: withBits(
        urn.header.slips,
        votes.flatMap(vote => ('slip' in vote ? [vote.slip] : [])),
      ),
      slots: withBits(
        urn.header.slots,
        slots.map(({ slot }) => slot),
      ),
    }
    await urn.records.header.write(encodeHeader(header))
    urn.header = header
  } catch (error) {
    if (!isDiskError(error)) throw error
    urn.unsettled = slots.map(({ slot }) => slot)
    await settled(urn)
    return false
  }
  await pinTime(urn)
  return true
}

/**
 * Writes all ballots of a batch at once: one after the other each would wait for its own way through the system. Ends
 * when the last write has, also where one failed: a write still under way would undo what is put back after it.
 */
async function writeSlots(urn: UrnState, ballots: readonly Placed[]): Promise<void> {
  const { slotBytes } = urn
  // One piece of memory for them all: two for each ballot kept the garbage collector busier than the disk.
  const noise = urn.random(ballots.length * slotBytes)
  const written = await Promise.allSettled(
    ballots.map(({ sealed, slot }, index) => {
      const bytes = noise.subarray(index * slotBytes, (index + 1) * slotBytes)
      return urn.file.write(urn.layout.slotPosition(slot), fillSlot(bytes, sealed, slot))
    }),
  )
  for (const write of written) if (write.status === 'rejected') throw write.reason
}

/**
 * For each ballot a free slot of its group, for each suggestion one of their own pile, every one of them equally likely:
 * a slot's place says nothing of when, nor of which suggestion came with which ballot.
 */
function freeSlots(urn: UrnState, votes: readonly Vote[]): Placed[] {
  const free = new Map<number, number[]>()
  const place = ({ start, end }: GroupRange['slots'], sealed: Uint8Array): Placed => {
    const left = free.get(start) ?? placesOf(urn.header.slots, start, end, false)
    free.set(start, left)
    const [slot] = left.splice(randomBelow(left.length, urn.random), 1)
    if (slot === undefined) throw new Error('more ballots than slots')
    return { sealed, slot }
  }
  const placeSuggestion = (sealed: Uint8Array): Placed => {
    if (!urn.geometry.suggestions) throw new Error('the meeting takes no suggestions')
    return place(urn.geometry.suggestions.slots, sealed)
  }
  return votes.flatMap(vote => {
    if ('suggestions' in vote) return vote.suggestions.map(placeSuggestion)
    if ('paper' in vote) return vote.sealed.map(sealed => place(vote.paper.slots, sealed))
    const range = groupOfSlip(urn.ranges, vote.slip)
    if (!range) throw new Error('a slip of no group')
    return [place(range.slots, vote.sealed), ...(vote.suggestion ? [placeSuggestion(vote.suggestion)] : [])]
  })
}

/** Whether the disk holds what was acknowledged and no more, after putting it right where a batch had failed. */
async function settled(urn: UrnState): Promise<boolean> {
  if (urn.unsettled === null) return true
  try {
    await urn.records.header.write(encodeHeader(urn.header))
    for (const slot of urn.unsettled) await urn.file.write(urn.layout.slotPosition(slot), urn.random(urn.slotBytes))
    await urn.file.flush()
  } catch (error) {
    if (!isDiskError(error)) throw error
    return false
  }
  urn.unsettled = null
  await pinTime(urn)
  return true
}

/** Sets the file's times back. The votes are safe by now: a disk that cannot do this must not make them look refused. */
export async function pinTime(urn: UrnState): Promise<void> {
  try {
    await urn.file.pinTime()
  } catch (error) {
    if (!isDiskError(error)) throw error
  }
}
