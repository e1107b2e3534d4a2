import { beforeAll, expect, test } from 'vitest'
import { openBoxes } from '#electron/host/box/open-boxes.ts'
import type { BallotStore } from '#electron/host/urn/ballot-store.ts'
import { openUrnOn } from '#electron/host/urn/open-urn.ts'
import { secureRandom } from '#electron/host/urn/secure-random.ts'
import type { BoxCounts } from '#shared/domain/ballot/count/box-counts.ts'
import { openStore, TELLERS } from '#tests/unit/box/build-box.ts'
import { buildSetUp } from '#tests/unit/box/build-set-up.ts'
import { scaled } from './depth.ts'
import { MemoryDisk, PowerCut, type Trouble } from './memory-disk.ts'
import { plantBox } from './planted-box.ts'
import { runCounter, tallyResult } from './run-counter.ts'

// PROMISES.md §2 for two halls that are opened together: two disks, either of them in trouble at every operation.

// Two ballots in each hall: no hall may be counted by itself, both together may.
const setUp = buildSetUp(
  { groups: [{ id: 'A', name: '组', slips: 4, paper: 1 }], minGroupBallots: 3, halls: 2 },
  { people: 4 },
)

const count = runCounter('two halls opened together, either disk in trouble at every operation')

let voted: readonly Uint8Array[]

const open = (stores: readonly BallotStore[]) => {
  const [first, ...others] = stores
  if (!first) throw new Error('no box')
  return openBoxes([first, ...others], TELLERS, { voidDamaged: false, random: secureRandom, progress: () => undefined })
}

beforeAll(async () => {
  const images: Uint8Array[] = []
  for (const voters of [
    [0, 1],
    [2, 3],
  ]) {
    const planted = await plantBox(setUp)
    const disk = new MemoryDisk(planted.image, 1)
    const store = await openStore(disk.file())
    for (const voter of voters) {
      const vote = planted.votes[voter]
      expect(await store.cast(vote?.proof ?? new Uint8Array(), vote?.sealed ?? new Uint8Array())).toBe('recorded')
    }
    await store.release()
    images.push(disk.image)
  }
  voted = images
})

const disksOf = (seed: number) => voted.map((image, hall) => new MemoryDisk(image, seed + hall))
const storesOf = (disks: readonly MemoryDisk[]) => Promise.all(disks.map(disk => openStore(disk.file())))

async function openInTrouble(disks: readonly MemoryDisk[], hall: number, trouble: Trouble): Promise<void> {
  disks[hall]?.trouble(trouble)
  try {
    const stores: BallotStore[] = []
    for (const disk of disks) {
      const store = await openUrnOn(disk.file(), secureRandom)
      if (!store.ok) return
      stores.push(store.value)
    }
    await open(stores)
  } catch (error) {
    if (!(error instanceof PowerCut)) throw error
  }
}

/** Whatever happened: no hall has counts of its own, and the next opening gives those of both, for ever. */
async function checkNextOpening(disks: readonly MemoryDisk[]): Promise<void> {
  for (const disk of disks) disk.restart()
  const stores = await storesOf(disks)
  for (const store of stores) {
    const counts = store.counts()
    if (counts) expect(returnedIn(Buffer.from(counts).toString('utf8'))).toBe(4)
    // Nor can one be opened by itself, though its tellers are all here.
    const alone = await open([store])
    expect(alone.ok ? returnedIn(alone.value.counts) : alone.error.fault.code).toBe(counts ? 4 : 'halls')
  }
  const opened = await open(stores)
  const counts = opened.ok ? opened.value.counts : ''
  count(tallyResult(counts, [true, true, true, true]))
  expect(returnedIn(counts)).toBe(4)
  expect(marksIn(counts)).toEqual([1, 1, 1, 1])
  expect(stores.map(store => store.phase())).toEqual(['destroyed', 'destroyed'])
  const again = await open(await storesOf(disks))
  expect(again.ok && again.value.counts).toBe(counts)
}

function returnedIn(counts: string): number | undefined {
  const { groups }: BoxCounts = JSON.parse(counts)
  return groups[0]?.returned
}

function marksIn(counts: string): (number | undefined)[] {
  const { tallies }: BoxCounts = JSON.parse(counts)
  return tallies.map(({ marks }) => marks['excellent'])
}

async function operationsOf(hall: number): Promise<number> {
  const disks = disksOf(1)
  await open(await storesOf(disks))
  return disks[hall]?.operations ?? 0
}

// Catches: one hall's box destroyed while the other's ballots are counted nowhere, a hall's own counts left on a disk.
test.each([0, 1])('the power goes at every operation on the disk of hall %d', async hall => {
  const operations = await operationsOf(hall)
  expect(operations).toBeGreaterThan(40)
  for (let at = 1; at <= operations; at++)
    for (let seed = 1; seed <= scaled(1, 4); seed++) {
      const disks = disksOf(100 * at + seed)
      await openInTrouble(disks, hall, { kind: seed % 2 === 0 ? 'stop' : 'tear', at })
      await checkNextOpening(disks)
    }
})

test.each([0, 1])('the disk of hall %d fails at every operation, for a while or for good', async hall => {
  const operations = await operationsOf(hall)
  const codes = ['EIO', 'ENOSPC', 'EROFS']
  for (let at = 1; at <= operations; at++) {
    const disks = disksOf(at)
    const times = at % 2 === 0 ? 1 : 10_000
    await openInTrouble(disks, hall, { kind: 'fail', at, code: codes[at % 3] ?? 'EIO', times })
    await checkNextOpening(disks)
  }
})
