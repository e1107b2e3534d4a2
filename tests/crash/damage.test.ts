import { beforeAll, describe, expect, test } from 'vitest'
import { openBox } from '#electron/host/box/open-box.ts'
import type { BallotStore } from '#electron/host/urn/ballot-store.ts'
import { openUrnOn } from '#electron/host/urn/open-urn.ts'
import { secureRandom } from '#electron/host/urn/secure-random.ts'
import type { UrnFile } from '#electron/host/urn/urn-file.ts'
import { openStore, TELLERS } from '#tests/unit/box/build-box.ts'
import { buildSetUp } from '#tests/unit/box/build-set-up.ts'
import { DEPTH } from './depth.ts'
import { MemoryDisk } from './memory-disk.ts'
import { type PlantedBox, plantBox } from './planted-box.ts'
import { recordCopies } from './record-copies.ts'

// PROMISES.md §2, bit rot: detected, never mis-counted.

const setUp = buildSetUp({ groups: [{ id: 'A', name: '组', slips: 5, paper: 1 }] }, { people: 5 })
const SLOT = 4096

let planted: PlantedBox
let voted: Uint8Array
let opened: Uint8Array
let counts: string

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex')
const open = (store: BallotStore, voidDamaged = false) =>
  openBox(store, TELLERS, { voidDamaged, random: secureRandom, progress: () => undefined })

beforeAll(async () => {
  planted = await plantBox(setUp)
  const disk = new MemoryDisk(planted.image, 1)
  const store = await openStore(disk.file())
  for (const { proof, sealed } of planted.votes.slice(0, 4)) await store.cast(proof, sealed)
  await store.release()
  voted = disk.image
  const result = await open(await openStore(disk.file()))
  counts = result.ok ? result.value.counts : ''
  opened = disk.image
})

/** The same file with some bytes changed, as it is only read and kept from being mended on the way. */
function changedAt(image: Uint8Array, places: readonly number[], by: number): UrnFile {
  const bytes = image.slice()
  for (const place of places) bytes[place] = (bytes[place] ?? 0) ^ by
  return new MemoryDisk(bytes, 1).file()
}

const places = () => recordCopies(voted, 6)

/** What the file says of who voted and what; or that it cannot be used. */
async function contents(file: UrnFile): Promise<string> {
  const store = await openUrnOn(file, secureRandom)
  if (!store.ok) return store.error.code
  const used = []
  for (const { proof } of planted.votes) used.push(await store.value.participate(proof))
  const groups = await Array.fromAsync(store.value.readSealed())
  return JSON.stringify({ used, groups: groups.map(({ sealed, damaged }) => [sealed.map(hex).sort(), damaged]) })
}

describe('a changed byte', () => {
  // Catches: a copy that is trusted unchecked, a checksum that leaves bytes out, records that are kept once.
  test('anywhere before the slots changes nothing: the other copy holds', async () => {
    const whole = await contents(new MemoryDisk(voted, 1).file())
    const { records, slotsStart } = places()
    const { start = 0, bytes = 0 } = records.header ?? {}
    const step = Math.max(1, Math.floor(61 / DEPTH))
    // Every byte of one copy and, in `npm test`, every third of the other.
    const stepAt = (place: number) =>
      place < start || place >= start + 2 * bytes ? step : place < start + bytes ? 1 : Math.max(1, 4 - DEPTH)
    for (let place = 0; place < slotsStart; place += stepAt(place))
      if ((await contents(changedAt(voted, [place], 1 << (place % 8)))) !== whole)
        expect.fail(`byte ${place} changes what is counted`)
  })

  // Catches: a damaged copy that is stepped over but left, until the other one goes too.
  test('is mended when the urn is next opened', async () => {
    const { records } = places()
    for (const [name, { start, bytes }] of Object.entries(records)) {
      if (name === 'preamble' || name === 'meeting') continue
      for (const copy of [0, 1]) {
        const image = voted.slice()
        image[start + copy * bytes + 20] = (image[start + copy * bytes + 20] ?? 0) ^ 1
        const disk = new MemoryDisk(image, 1)
        await openStore(disk.file())
        const both = [0, 1].map(at => hex(disk.image.slice(start + at * bytes, start + (at + 1) * bytes)))
        expect(both[0]).toBe(both[1])
      }
    }
  })

  // Both copies of a record, at the same place: nothing is left to hold on to, and it is said.
  test('in both copies of any record is found, never believed', async () => {
    const whole = await contents(new MemoryDisk(voted, 1).file())
    const copies = Object.values(places().records)
    let found = 0
    for (const { start, bytes } of copies)
      for (let offset = 0; offset < bytes; offset += 97) {
        const told = await contents(changedAt(voted, [start + offset, start + bytes + offset], 0x10))
        expect(['damaged', whole]).toContain(told)
        if (told === 'damaged') found++
      }
    expect(found).toBeGreaterThan(100)
  })

  test('in a filled slot stops the opening; every ballot and the key stay', async () => {
    const filled = filledSlots()
    expect(filled).toHaveLength(4)
    const sealedBytes = planted.votes[0]?.sealed.length ?? 0
    for (const start of filled)
      for (let offset = 0; offset < sealedBytes + 32; offset += 7) {
        const store = await openStore(changedAt(voted, [start + offset], 0x80))
        expect(await open(store)).toEqual({
          ok: false,
          error: { code: 'damaged-ballots', groups: [{ id: 'A', damaged: 1 }], suggestions: 0 },
        })
        expect(store.phase()).toBe('closed')
        expect(store.counts()).toBeNull()
      }
  })

  test('in a slot is a void ballot where the tellers say so, and nothing else changes', async () => {
    const [start = 0] = filledSlots()
    const result = await open(await openStore(changedAt(voted, [start + 3], 0x80)), true)
    if (!result.ok) throw new Error(result.error.code)
    expect(JSON.parse(result.value.counts).groups).toEqual([{ id: 'A', printed: 5, returned: 4, void: 1 }])
    expect(result.value.damaged).toEqual([{ id: 'A', damaged: 1 }])
  })

  test('after the opening: the counts are the same, or said to be damaged', async () => {
    const { slotsStart } = places()
    for (let place = 0; place < slotsStart; place += 31) {
      const store = await openUrnOn(changedAt(opened, [place], 0x04), secureRandom)
      if (!store.ok) expect.fail(`byte ${place}: ${store.error.code}`)
      const result = await open(store.value)
      if (!result.ok || result.value.counts !== counts) expect.fail(`byte ${place} changes the counts`)
    }
  })

  test('the urn cut short, or another file, is refused', async () => {
    const cases: readonly [Uint8Array, string][] = [
      [voted.slice(0, -1), 'damaged'],
      [voted.slice(0, -SLOT), 'damaged'],
      [Uint8Array.from([...voted, 0]), 'damaged'],
      [voted.slice(0, 100), 'damaged'],
      [new Uint8Array(0), 'not-an-urn'],
      [new Uint8Array(voted.length), 'not-an-urn'],
      [secureRandom(voted.length), 'not-an-urn'],
      [Buffer.from('%PDF-1.7 '.repeat(10_000)), 'not-an-urn'],
    ]
    for (const [bytes, code] of cases) expect(await contents(new MemoryDisk(bytes, 1).file())).toBe(code)
  })
})

function filledSlots(): number[] {
  const sealed = planted.votes.map(vote => hex(vote.sealed))
  return places().slotStarts.filter(start =>
    sealed.some(ballot => hex(voted.slice(start, start + ballot.length / 2)) === ballot),
  )
}
