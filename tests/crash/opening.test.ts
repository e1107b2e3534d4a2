import { beforeAll, describe, expect, test } from 'vitest'
import { openBox } from '#electron/host/box/open-box.ts'
import type { BallotStore } from '#electron/host/urn/ballot-store.ts'
import { openUrnOn } from '#electron/host/urn/open-urn.ts'
import { secureRandom } from '#electron/host/urn/secure-random.ts'
import { openStore, TELLERS } from '#tests/unit/box/build-box.ts'
import { buildSetUp } from '#tests/unit/box/build-set-up.ts'
import { scaled } from './depth.ts'
import { MemoryDisk, PowerCut, type Trouble } from './memory-disk.ts'
import { type PlantedBox, plantBox } from './planted-box.ts'
import { recordCopies } from './record-copies.ts'
import { runCounter, tallyResult } from './run-counter.ts'

// PROMISES.md §2: a crash, a full disk, a closed terminal while opening: the counts come out, once and for all, at the next.

const setUp = buildSetUp({ groups: [{ id: 'A', name: '组', slips: 5, paper: 1 }], minGroupBallots: 3 }, { people: 5 })

const count = runCounter('opening, the power cut or the disk failing at every operation')

let planted: PlantedBox
let voted: Uint8Array
let expected: string

const open = (store: BallotStore) =>
  openBox(store, TELLERS, { voidDamaged: false, random: secureRandom, progress: () => undefined })

beforeAll(async () => {
  planted = await plantBox(setUp)
  const disk = new MemoryDisk(planted.image, 1)
  const store = await openStore(disk.file())
  for (const { proof, sealed } of planted.votes.slice(0, 4)) expect(await store.cast(proof, sealed)).toBe('recorded')
  await store.release()
  voted = disk.image
  const opened = await open(await openStore(new MemoryDisk(voted, 1).file()))
  if (!opened.ok) throw new Error(opened.error.code)
  expected = opened.value.counts
})

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex')

/** Opens on a disk in trouble: the counts' text, the fault's code, or `cut`. */
async function openInTrouble(disk: MemoryDisk, trouble: Trouble): Promise<string> {
  disk.trouble(trouble)
  try {
    const store = await openUrnOn(disk.file(), secureRandom)
    if (!store.ok) return store.error.code
    const opened = await open(store.value)
    return opened.ok ? opened.value.counts : opened.error.code
  } catch (error) {
    if (error instanceof PowerCut) return 'cut'
    throw error
  }
}

async function operationsOf(): Promise<number> {
  const disk = new MemoryDisk(voted, 1)
  const store = await openStore(disk.file())
  await open(store)
  return disk.operations
}

/** The next opening gives the counts; then, and only then, nothing of ballots, slips or key is left. */
async function checkNextOpening(disk: MemoryDisk): Promise<void> {
  const store = await openStore(disk.file())
  const opened = await open(store)
  count(tallyResult(opened.ok ? opened.value.counts : '', [true, true, true, true, false]))
  expect(opened.ok ? opened.value.counts : opened.error.code).toBe(expected)
  expect(store.phase()).toBe('destroyed')
  expect(keptBlocks(disk.image)).toEqual([])
  const again = await openStore(new MemoryDisk(disk.image, 1).file())
  expect(await open(again)).toEqual({ ok: true, value: { counts: expected, rolls: null, damaged: [] } })
  expect(again.filled()).toEqual(new Map([['A', 0]]))
}

/** Blocks of slips, seal or slots, both copies, that are still as they were before the opening. */
function keptBlocks(after: Uint8Array): string[] {
  const { records, slotStarts } = recordCopies(voted, 6)
  const secret = [
    ...[records.slips, records.seal].flatMap(record => (record ? [{ ...record, bytes: 2 * record.bytes }] : [])),
    ...slotStarts.map(start => ({ start, bytes: 4096 })),
  ]
  const block = (image: Uint8Array, at: number) => hex(image.slice(at, at + 8))
  return secret.flatMap(({ start, bytes }) =>
    Array.from({ length: bytes / 8 }, (_, index) => start + 8 * index)
      .filter(at => block(voted, at) === block(after, at))
      .map(at => `${at}: ${block(voted, at)}`),
  )
}

test('counts what was planted', () => {
  const marks = JSON.parse(expected).tallies.map((tally: { marks: { excellent: number } }) => tally.marks.excellent)
  expect(marks).toEqual([1, 1, 1, 1, 0])
})

test('of an empty urn gives a defined result', async () => {
  const opened = await open(await openStore(new MemoryDisk(planted.image, 1).file()))
  expect(opened.ok && JSON.parse(opened.value.counts)).toEqual({
    groups: [{ id: 'A', printed: 5, returned: 0, void: 0 }],
    tallies: [],
  })
})

describe('opening', () => {
  // Catches: a key destroyed before the counts are safe; counts that are there in part; a second count that differs.
  test.each(['stop', 'tear'] as const)('the power goes (%s) at every operation', async kind => {
    const operations = await operationsOf()
    expect(operations).toBeGreaterThan(40)
    for (let at = 1; at <= operations; at++)
      for (let seed = 1; seed <= scaled(2, 6); seed++) {
        const disk = new MemoryDisk(voted, 100 * at + seed)
        expect(await openInTrouble(disk, { kind, at })).toBe('cut')
        disk.restart()
        await checkNextOpening(disk)
      }
  })

  // Catches: counts printed that are not kept (a later opening could not give them again); a failing disk that ends a meeting.
  test.each([1, 10_000])('the disk fails at every operation, %d times', async times => {
    const operations = await operationsOf()
    const codes = ['EIO', 'ENOSPC', 'EROFS']
    for (let at = 1; at <= operations; at++) {
      const disk = new MemoryDisk(voted, at)
      const trouble = { kind: 'fail' as const, at, code: codes[at % 3] ?? 'EIO', times }
      expect([expected, 'disk', 'damaged-ballots']).toContain(await openInTrouble(disk, trouble))
      disk.restart()
      await checkNextOpening(disk)
    }
  })

  // Catches: an opening that a second interruption, during the mending of the first, breaks.
  test('the power goes again in the next opening', async () => {
    const operations = await operationsOf()
    for (let first = 1; first <= operations; first += 3) {
      const disk = new MemoryDisk(voted, first)
      await openInTrouble(disk, { kind: 'tear', at: first })
      disk.restart()
      for (let second = 1 + (first % 11); second <= operations; second += 11) {
        const again = new MemoryDisk(disk.image, second)
        await openInTrouble(again, { kind: 'tear', at: second })
        again.restart()
        await checkNextOpening(again)
      }
    }
  })
})

describe('tellers', () => {
  const openWith = async (tellers: Parameters<typeof openBox>[1]) => {
    const disk = new MemoryDisk(voted, 1)
    const store = await openStore(disk.file())
    const opened = await openBox(store, tellers, {
      voidDamaged: false,
      random: secureRandom,
      progress: () => undefined,
    })
    return { opened, phase: store.phase(), image: disk.image }
  }
  const [first, second, third] = TELLERS

  // Catches: one share taken for two; a box that a wrong passphrase closes or harms.
  test.each([
    ['one alone', [first], { right: ['甲'], wrong: [], unknown: [] }],
    ['one twice', [first, first], { right: ['甲'], wrong: [], unknown: [] }],
    [
      'a wrong passphrase',
      [first, { ...second, passphrase: '不对的口令' }],
      { right: ['甲'], wrong: ['乙'], unknown: [] },
    ],
    ['a stranger', [first, { ...second, name: '丁' }], { right: ['甲'], wrong: [], unknown: ['丁'] }],
    [
      'each with the other’s',
      [
        { ...first, passphrase: second.passphrase },
        { ...second, passphrase: first.passphrase },
      ],
      { right: [], wrong: ['甲', '乙'], unknown: [] },
    ],
    ['nobody', [], { right: [], wrong: [], unknown: [] }],
  ])('%s: told, and nothing has changed', async (_, tellers, roll) => {
    const { opened, phase } = await openWith(tellers)
    expect(opened).toEqual({ ok: false, error: { code: 'too-few', roll: { need: 2, recovery: 'none', ...roll } } })
    expect(phase).toBe('sealed')
  })

  test.each([
    ['the first two', [first, second]],
    ['the last two, the other way round', [third, second]],
    ['all three', [...TELLERS]],
    ['two right and one wrong', [first, { ...second, passphrase: '不对的口令' }, third]],
    ['typed in full width and with spaces', [{ ...first, passphrase: ` ${first.passphrase}\u3000` }, second]],
  ])('%s: opened', async (_, tellers) => {
    const { opened, phase } = await openWith(tellers)
    expect(opened).toMatchObject({ ok: true, value: { counts: expected } })
    expect(phase).toBe('destroyed')
  })
})
