import { describe, expect, test } from 'vitest'
import { DEPTH } from '#tests/crash/depth.ts'
import { MemoryDisk } from '#tests/crash/memory-disk.ts'
import { buildVote, fillUrn, openStore, partsOf, sealForVoters } from '#tests/unit/box/build-box.ts'
import { buildSetUp } from '#tests/unit/box/build-set-up.ts'
import { rankScore } from './rank-score.ts'

// PROMISES.md §1: no position-like quantity of what is stored goes together with the order of casting, nor slips with slots.

const VOTERS = 150 * DEPTH
const BAND = 5
const setUp = buildSetUp({ groups: [{ id: 'A', name: '组', slips: VOTERS, paper: 20 }] }, { people: 1 })

/** Bytes of a record's header and hash; see `twin.ts`. Found from outside: the only bytes that change with a vote. */
function changedBits(before: Uint8Array, after: Uint8Array, from: number, to: number): number[] {
  const bits: number[] = []
  for (let at = from; at < to; at++)
    for (let bit = 0; bit < 8; bit++)
      if ((((before[at] ?? 0) ^ (after[at] ?? 0)) >> bit) & 1) bits.push(8 * (at - from) + bit)
  return bits
}

describe('the rank test itself', () => {
  const order = Array.from({ length: VOTERS }, (_, index) => index)

  test.each<[string, (index: number) => number]>([
    ['the same order', index => index],
    ['the reverse', index => -index],
    ['an order with gaps', index => 7 * index + (index % 5)],
    ['an order in blocks of ten, shuffled within', index => 10 * Math.floor(index / 10) + ((index * 7) % 10)],
  ])('sees %s', (_, leak) => {
    expect(Math.abs(rankScore(order, order.map(leak)))).toBeGreaterThan(BAND)
  })
})

describe('a meeting', () => {
  // Catches: the first free slot, the next one, a slot worked out of the slip; slips listed as printed or as cast.
  test('leaves no order in slots, nor in the roll of slips, nor between the two', async () => {
    const disk = new MemoryDisk(new Uint8Array(0), 1)
    const slips = await fillUrn(disk.file(), setUp)
    const store = await openStore(disk.file())
    const box = await sealForVoters(store, setUp)
    const slotsStart = disk.image.length - (VOTERS + 20) * 4096
    const votes = slips.map(({ digits }) => partsOf(box, buildVote(box, digits, { marks: {} })))
    const header = await headerStart(votes[0])
    const slipBytes = Math.ceil(VOTERS / 8)

    const slots: number[] = []
    const rollPlaces: number[] = []
    for (const { proof, sealed } of votes) {
      const before = disk.image
      expect(await store.cast(proof, sealed)).toBe('recorded')
      const after = disk.image
      const filled = Buffer.from(after).indexOf(sealed, slotsStart)
      slots.push((filled - slotsStart) / 4096)
      const [slip, ...moreSlips] = changedBits(before, after, header, header + slipBytes)
      const [slot, ...moreSlots] = changedBits(before, after, header + slipBytes, header + 2 * slipBytes + 3)
      expect([moreSlips, moreSlots, slot]).toEqual([[], [], slots.at(-1)])
      rollPlaces.push(slip ?? -1)
    }
    expect(new Set(slots).size).toBe(VOTERS)
    expect(new Set(rollPlaces).size).toBe(VOTERS)
    const cast = votes.map((_, index) => index)
    expect(Math.abs(rankScore(cast, slots))).toBeLessThan(BAND)
    expect(Math.abs(rankScore(cast, rollPlaces))).toBeLessThan(BAND)
    expect(Math.abs(rankScore(rollPlaces, slots))).toBeLessThan(BAND)
    // Neighbours in time are not neighbours in the file.
    const near = slots.filter((slot, index) => index > 0 && Math.abs(slot - (slots[index - 1] ?? 0)) === 1).length
    expect(near).toBeLessThan(15 * DEPTH)
    // What the station reads out at the opening is in the order of the slots, no other.
    await store.close()
    const read = (await store.readSealed())[0]?.sealed.map(sealed => Buffer.from(sealed).toString('hex')) ?? []
    const castPlace = read.map(sealed => votes.findIndex(vote => Buffer.from(vote.sealed).toString('hex') === sealed))
    expect(Math.abs(rankScore(cast, castPlace))).toBeLessThan(BAND)

    /** The header is the record whose first copy changes when a vote is cast on a copy of the disk; its bits come 13 bytes in. */
    async function headerStart(vote: (typeof votes)[number] | undefined): Promise<number> {
      const copy = new MemoryDisk(disk.image, 1)
      const other = await openStore(copy.file())
      const before = copy.image
      await other.cast(vote?.proof ?? new Uint8Array(), vote?.sealed ?? new Uint8Array())
      const first = copy.image.findIndex((byte, at) => byte !== before[at])
      return Math.floor(first / 4096) * 4096 + 13
    }
  })
})
