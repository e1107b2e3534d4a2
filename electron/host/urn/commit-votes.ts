import { DRAW_BYTES, inBlocks, randomBelow } from '#shared/domain/ballot/random-bytes.ts'
import { hasBit, placesOf, withBits } from './bits.ts'
import { encodeHeader } from './header.ts'
import { type GroupRange, groupOfSlip } from './ranges.ts'
import { fillSlot } from './slot.ts'
import type { Step } from './urn-file.ts'
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

// The last step of all: what was written is safe by then, and a disk that cannot do this must not make it look refused.
const PIN = 'pin-time'

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
  const memory = batchMemory(urn, slots.length)
  const ballots: readonly Step[] = [...slotSteps(urn, slots, memory), 'flush']
  const writing = urn.records.header.prepare(encodeHeader(header))
  const { done } = await urn.file.run([...ballots, ...writing.steps, PIN])
  memory.fill(0)
  if (!writing.ended(done - ballots.length)) {
    urn.unsettled = slots.map(({ slot }) => slot)
    await settled(urn)
    return false
  }
  urn.header = header
  return true
}

/** One piece of memory for all slots of a batch: pieces for each kept the garbage collector busier than the disk. */
function batchMemory(urn: UrnState, slots: number): Uint8Array {
  const bytes = slots * urn.slotBytes
  if (urn.batch.byteLength < bytes) urn.batch = new SharedArrayBuffer(bytes)
  return new Uint8Array(urn.batch, 0, bytes)
}

function slotSteps({ slotBytes, layout, random }: UrnState, ballots: readonly Placed[], memory: Uint8Array): Step[] {
  const noise = random(memory.length, memory)
  return ballots.map(({ sealed, slot }, index) => {
    const bytes = noise.subarray(index * slotBytes, (index + 1) * slotBytes)
    return { position: layout.slotPosition(slot), bytes: fillSlot(bytes, sealed, slot) }
  })
}

/**
 * For each ballot a free slot of its group, for each suggestion one of their own pile, every one of them equally likely:
 * a slot's place says nothing of when, nor of which suggestion came with which ballot.
 */
function freeSlots(urn: UrnState, votes: readonly Vote[]): Placed[] {
  const free = new Map<number, number[]>()
  const random = inBlocks(urn.random, DRAW_BYTES * votes.length)
  const place = ({ start, end }: GroupRange['slots'], sealed: Uint8Array): Placed => {
    const left = free.get(start) ?? placesOf(urn.header.slots, start, end, false)
    free.set(start, left)
    const drawn = randomBelow(left.length, random)
    const slot = left[drawn]
    const last = left.pop()
    if (slot === undefined || last === undefined) throw new Error('more ballots than slots')
    if (drawn < left.length) left[drawn] = last
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
  const header = urn.records.header.prepare(encodeHeader(urn.header))
  const back: readonly Step[] = [...header.steps, ...randomSlots(urn, urn.unsettled), 'flush']
  const { done } = await urn.file.run([...back, PIN])
  header.ended(done)
  if (done < back.length) return false
  urn.unsettled = null
  return true
}

/** Random bytes over slots, as they were before any vote. */
export function randomSlots({ layout, random, slotBytes }: UrnState, slots: readonly number[]): Step[] {
  return slots.map(slot => ({ position: layout.slotPosition(slot), bytes: random(slotBytes) }))
}

/** Sets the file's times back, where the disk can do it. */
export async function pinTime({ file }: UrnState): Promise<void> {
  await file.run([PIN])
}
