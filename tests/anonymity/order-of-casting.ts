import type { BallotStore } from '#electron/host/urn/ballot-store.ts'
import { geometryOf } from '#electron/host/urn/geometry.ts'
import { openUrnOn } from '#electron/host/urn/open-urn.ts'
import { secureRandom } from '#electron/host/urn/secure-random.ts'
import { MemoryDisk } from '#tests/crash/memory-disk.ts'
import { seeded } from '#tests/crash/seeded.ts'
import { buildVote, fillUrn, openStore, partsOf, sealForVoters } from '#tests/unit/box/build-box.ts'
import { buildSetUp } from '#tests/unit/box/build-set-up.ts'
import type { Finding } from './checks/finding.ts'
import { ascentScore, rankScore } from './rank-score.ts'
import type { Leak, Room } from './scripted-meeting.ts'

const PAPER = 20
const PAGE = 4096
/** Chance goes beyond this about twice in four million honest meetings. */
export const BAND = 5

/** Where each vote went, found from outside by what changes in the file; the lists are in the order of casting. */
export type OrderOfCasting = {
  readonly slots: readonly number[]
  /** Places in the roll of slips. */
  readonly rollPlaces: readonly number[]
  /** Which vote each of those is that the opening reads, in the order of reading. */
  readonly read: readonly number[]
  /** The places of the suggestions' slots in their pile; none where none are asked for. */
  readonly words: readonly number[]
}

/** Casts so many votes of one group, one after the other, and looks at the urn's file after each. */
export async function castInOrder(voters: number, leak: Leak = {}, suggestions = false): Promise<OrderOfCasting> {
  const groups = [{ id: 'A', name: '组', slips: voters, paper: PAPER }]
  const setUp = buildSetUp({ groups, ...(suggestions ? { suggestions } : {}) }, { people: 1 })
  const { slots: allSlots, sealedBytes } = geometryOf(setUp)
  const disk = new MemoryDisk(new Uint8Array(0), 1)
  const slips = await fillUrn(disk.file(), setUp)
  const first = await openStore(disk.file())
  const box = await sealForVoters(first, setUp)
  const votes = slips.map(({ digits }) => partsOf(box, buildVote(box, digits, { marks: {} })))
  const planted = {
    image: disk.image,
    box,
    script: { setUp, voters: [] },
    codes: [],
    secretKey: new Uint8Array(32),
  }
  const room: Room = { folder: '', planted, votes: [] }
  const store = await openLeaky(disk, leak, room)
  const slotsStart = disk.image.length - allSlots * PAGE
  const header = await headerStart(disk.image, votes[0])
  const slipBytes = Math.ceil(voters / 8)
  const slotBytes = Math.ceil(allSlots / 8)

  const slots: number[] = []
  const rollPlaces: number[] = []
  const words: number[] = []
  for (const { proof, sealed } of votes) {
    const before = disk.image
    if ((await store.cast(proof, sealed)) !== 'recorded') throw new Error('a vote was not recorded')
    const after = disk.image
    const filled = Buffer.from(after).indexOf(sealed.slice(0, sealedBytes), slotsStart)
    slots.push((filled - slotsStart) / PAGE)
    const [slip, ...moreSlips] = changedBits(before, after, header, header + slipBytes)
    const [slot, ...moreSlots] = changedBits(before, after, header + slipBytes, header + slipBytes + slotBytes)
    // One vote is one slip and one slot, one of the suggestions' pile where they are asked for, and no other bit.
    if (
      slip === undefined ||
      slot !== slots.at(-1) ||
      moreSlips.length > 0 ||
      moreSlots.length !== (suggestions ? 1 : 0)
    )
      throw new Error('the header tells something else than the slots')
    words.push(...moreSlots.map(place => place - voters - PAPER))
    rollPlaces.push(slip)
  }
  await store.close()
  const sealed =
    (await Array.fromAsync(store.readSealed()))[0]?.sealed.map(bytes => Buffer.from(bytes).toString('hex')) ?? []
  const castAs = new Map(
    votes.map((vote, index) => [Buffer.from(vote.sealed.slice(0, sealedBytes)).toString('hex'), index]),
  )
  return { slots, rollPlaces, words, read: sealed.map(ballot => castAs.get(ballot) ?? -1) }
}

/** Every pair of orders that goes together: casting with slots, with the roll, with the reading; the roll with the slots. */
export function checkOrder({ slots, rollPlaces, read, words }: OrderOfCasting): Finding[] {
  const cast = slots.map((_, index) => index)
  const pairs: readonly (readonly [string, readonly number[], readonly number[]])[] = [
    ['casting and slots', cast, slots],
    ['casting and the roll of slips', cast, rollPlaces],
    ['the roll of slips and slots', rollPlaces, slots],
    ['casting and the reading at the opening', cast, read],
    ...(words.length > 0
      ? ([
          ['casting and the suggestions', cast, words],
          ['slots and the suggestions', slots, words],
          ['the roll of slips and the suggestions', rollPlaces, words],
        ] as const)
      : []),
  ]
  // Neighbours in time that are neighbours in the file: 2 in n by chance, each.
  const near = slots.filter((slot, index) => index > 0 && Math.abs(slot - (slots[index - 1] ?? 0)) === 1).length
  return [
    ...pairs
      .filter(([, a, b]) => Math.abs(rankScore(a, b)) >= BAND)
      .map(([what]) => ({ check: 'order', what: `${what} go together` })),
    ...Object.entries({ slots, rollPlaces, read })
      .filter(([, places]) => Math.abs(ascentScore(places)) >= BAND)
      .map(([what]) => ({ check: 'order', what: `the ${what} go up or down from vote to vote` })),
    ...(near >= 15 ? [{ check: 'order', what: `${near} votes lie beside the vote before` }] : []),
    ...(new Set(slots).size < slots.length ? [{ check: 'order', what: 'two votes took one slot' }] : []),
  ]
}

async function openLeaky(disk: MemoryDisk, leak: Leak, room: Room): Promise<BallotStore> {
  const store = await openUrnOn(disk.file(), leak.random?.(secureRandom, room) ?? secureRandom)
  if (!store.ok) throw new Error(store.error.code)
  return leak.store?.(store.value, room) ?? store.value
}

function changedBits(before: Uint8Array, after: Uint8Array, from: number, to: number): number[] {
  const bits: number[] = []
  for (let at = from; at < to; at++)
    for (let bit = 0; bit < 8; bit++)
      if ((((before[at] ?? 0) ^ (after[at] ?? 0)) >> bit) & 1) bits.push(8 * (at - from) + bit)
  return bits
}

/** The header is the record whose first copy changes when a vote is cast on a copy of the disk; its bits come 13 bytes in. */
async function headerStart(
  image: Uint8Array,
  vote: { readonly proof: Uint8Array; readonly sealed: Uint8Array } | undefined,
): Promise<number> {
  const copy = new MemoryDisk(image, 1)
  const other = await openStore(copy.file())
  const before = copy.image
  await other.cast(vote?.proof ?? new Uint8Array(), vote?.sealed ?? new Uint8Array())
  const first = copy.image.findIndex((byte, at) => byte !== before[at])
  return Math.floor(first / PAGE) * PAGE + 13
}

/** Orders that have nothing to do with each other, and some that have: for trying the check itself. */
export function unrelated(voters: number, seed: number): number[] {
  const draw = seeded(seed)
  const keyed = Array.from({ length: voters }, (_, index) => [draw(), index] as const)
  return keyed.sort(([a], [b]) => a - b).map(([, index]) => index)
}
