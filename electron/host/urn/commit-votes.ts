import { randomBelow } from '#shared/domain/ballot/random-bytes.ts'
import { hasBit, placesOf, withBits } from './bits.ts'
import { encodeHeader } from './header.ts'
import { groupOfSlip } from './ranges.ts'
import { fillSlot } from './slot.ts'
import { isDiskError } from './urn-file.ts'
import type { UrnState } from './urn-state.ts'

/** One vote on its way to the disk: the slip's place in the roll, and the sealed ballot. */
export type Vote = { readonly slip: number; readonly sealed: Uint8Array }

export type VoteOutcome = 'recorded' | 'already-recorded' | 'storage'

/**
 * Commits a batch of votes: slots, flush; header, flush; header's other copy, flush. Where the disk fails, the header and the
 * slots are put back to what was acknowledged before, and every vote of the batch is refused; where even that
 * fails, it is tried again before the next batch. A slip that stands twice in a batch counts once.
 */
export async function commitVotes(urn: UrnState, batch: readonly Vote[]): Promise<readonly VoteOutcome[]> {
  if (!(await settled(urn))) return batch.map(() => 'storage')
  const fresh = new Map<number, Vote>()
  for (const vote of batch)
    if (!hasBit(urn.header.slips, vote.slip) && !fresh.has(vote.slip)) fresh.set(vote.slip, vote)
  const saved = await save(urn, [...fresh.values()])
  return batch.map(vote => {
    if (hasBit(urn.header.slips, vote.slip)) return fresh.get(vote.slip) === vote ? 'recorded' : 'already-recorded'
    if (saved) throw new Error('a vote was neither saved nor refused')
    return 'storage'
  })
}

async function save(urn: UrnState, votes: readonly Vote[]): Promise<boolean> {
  if (votes.length === 0) return true
  const slots = freeSlots(urn, votes)
  try {
    for (const { vote, slot } of slots)
      await urn.file.write(urn.layout.slotPosition(slot), fillSlot(vote.sealed, slot, urn.slotBytes, urn.random))
    await urn.file.flush()
    const header = {
      ...urn.header,
      slips: withBits(
        urn.header.slips,
        votes.map(vote => vote.slip),
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

/** For each vote a free slot of its group, every one of them equally likely: a slot's place says nothing of when. */
function freeSlots(urn: UrnState, votes: readonly Vote[]): { readonly vote: Vote; readonly slot: number }[] {
  const free = new Map<string, number[]>()
  return votes.map(vote => {
    const range = groupOfSlip(urn.ranges, vote.slip)
    if (!range) throw new Error('a slip of no group')
    const left = free.get(range.id) ?? placesOf(urn.header.slots, range.slots.start, range.slots.end, false)
    free.set(range.id, left)
    const [slot] = left.splice(randomBelow(left.length, urn.random), 1)
    if (slot === undefined) throw new Error('more slips than slots')
    return { vote, slot }
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
