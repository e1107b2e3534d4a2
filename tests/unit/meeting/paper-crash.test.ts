import { expect, test } from 'vitest'
import type { BallotStore, PaperOutcome } from '#electron/host/urn/ballot-store.ts'
import { MemoryDisk, PowerCut, type Trouble } from '#tests/crash/memory-disk.ts'
import { buildVote, fillUrn, openStore, partsOf, sealForVoters } from '#tests/unit/box/build-box.ts'
import { buildSetUp } from '#tests/unit/box/build-set-up.ts'

// A bundle of paper ballots is all there or not at all, whatever happens to the disk. Catches: half a bundle counted, a
// bundle acknowledged and lost, paper that takes a phone's slot.

const setUp = buildSetUp({
  groups: [
    { id: 'A', name: '组', slips: 3, paper: 4 },
    { id: 'B', name: '组', slips: 2 },
  ],
})

async function plant() {
  const disk = new MemoryDisk(new Uint8Array(0), 1)
  const slips = await fillUrn(disk.file(), setUp)
  const store = await openStore(disk.file())
  const box = await sealForVoters(store, setUp)
  await disk.file().run(['flush'])
  const votes = slips.map(slip => ({ group: slip.group, ...partsOf(box, buildVote(box, slip.digits, { marks: {} })) }))
  return { image: disk.image, votes }
}

/** So many sealed ballots of A, as phones seal them. */
function bundle(votes: Awaited<ReturnType<typeof plant>>['votes'], size: number): Uint8Array[] {
  const own = votes.filter(({ group }) => group === 'A')
  return Array.from({ length: size }, (_, index) => {
    const sealed = own[index % own.length]?.sealed.slice() ?? new Uint8Array()
    // Each to be told from the others by its last byte.
    sealed[sealed.length - 1] = index
    return sealed
  })
}

const counts = (store: BallotStore) => [...store.filled().values(), store.paper().get('A')]

test('at every operation the power may go or the disk may fail', async () => {
  const { image, votes } = await plant()
  const whole = new MemoryDisk(image, 1)
  const calm = await openStore(whole.file())
  whole.trouble(null)
  await calm.castPaper('A', bundle(votes, 3))
  const operations = whole.operations
  expect(operations).toBeGreaterThan(6)
  const troubles = Array.from({ length: operations }, (_, index): Trouble[] => [
    { kind: 'stop', at: index + 1 },
    { kind: 'tear', at: index + 1 },
    { kind: 'fail', at: index + 1, code: 'ENOSPC', times: 1 },
    { kind: 'fail', at: index + 1, code: 'EIO', times: 1_000 },
  ]).flat()
  for (const [seed, trouble] of troubles.entries()) {
    const disk = new MemoryDisk(image, seed)
    const store = await openStore(disk.file())
    disk.trouble(trouble)
    const outcome = await store.castPaper('A', bundle(votes, 3)).catch((error: unknown): PaperOutcome | null => {
      if (error instanceof PowerCut) return null
      throw error
    })
    disk.restart()
    const again = await openStore(disk.file())
    const paper = again.paper().get('A')
    if (outcome === 'recorded') expect(paper).toBe(3)
    else {
      // A disk that fails for good may have kept it: that is why the desk is told how many are in (`paper.recorded`).
      expect([null, 'storage']).toContain(outcome)
      expect([0, 3]).toContain(paper)
    }
    // Everybody with a slip still finds a slot.
    for (const { proof, sealed } of votes) expect(await again.cast(proof, sealed)).toBe('recorded')
    expect(counts(again)).toEqual([3 + (paper ?? 0), 2, paper])
  }
})

test('no more paper than was printed, from however many desks', async () => {
  const { image, votes } = await plant()
  const store = await openStore(new MemoryDisk(image, 1).file())
  const desks = await Promise.all([2, 2, 1].map(size => store.castPaper('A', bundle(votes, size))))
  expect(desks).toEqual(['recorded', 'recorded', 'full'])
  expect(await store.castPaper('B', bundle(votes, 1))).toBe('full')
  expect(await store.castPaper('X', bundle(votes, 1))).toBe('unknown-group')
  expect(await store.castPaper('A', [new Uint8Array(3)])).toBe('bad-request')
  expect(counts(store)).toEqual([4, 0, 4])
  await store.close()
  expect(await store.castPaper('A', bundle(votes, 1))).toBe('closed')
})

// Catches: a copy taken while a batch is half written.
test('nothing is written while the file is held still', async () => {
  const { image, votes } = await plant()
  const disk = new MemoryDisk(image, 1)
  const store = await openStore(disk.file())
  const [first, second] = votes
  if (!first || !second) throw new Error('no votes')
  const under = store.cast(first.proof, first.sealed)
  let waiting: Promise<unknown> = Promise.resolve()
  const before = await store.still(async () => {
    waiting = store.cast(second.proof, second.sealed)
    const operations = disk.operations
    await new Promise(resolve => setImmediate(resolve))
    expect(disk.operations).toBe(operations)
    return store.filled()
  })
  expect([...before.values()].reduce((sum, count) => sum + count, 0)).toBe(1)
  expect([await under, await waiting]).toEqual(['recorded', 'recorded'])
})
