import { beforeAll, describe, expect, test } from 'vitest'
import type { CastOutcome } from '#electron/host/urn/ballot-store.ts'
import { openStore } from '#tests/unit/box/build-box.ts'
import { buildSetUp } from '#tests/unit/box/build-set-up.ts'
import { DEPTH, scaled } from './depth.ts'
import { MemoryDisk, PowerCut, type Trouble } from './memory-disk.ts'
import { type PlantedBox, type PlantedVote, plantBox } from './planted-box.ts'
import { runCounter, runResult } from './run-counter.ts'

// PROMISES.md §2: the power goes, or the disk fails, at every single operation of a meeting's voting.

const setUp = buildSetUp(
  {
    groups: [
      { id: 'A', name: '组', slips: 5, paper: 1 },
      { id: 'D', name: '组', slips: 3, peers: true },
    ],
  },
  { people: 8 },
)

const count = runCounter('casting, the power cut or the disk failing at every operation')

let planted: PlantedBox

beforeAll(async () => {
  planted = await plantBox(setUp)
})

type Answer = CastOutcome | 'no answer'

/** The voting: alone, twice with one slip, three at once, one slip three times at once. */
const SCRIPT: readonly (readonly number[])[] = [[0], [0], [1, 5, 2], [3, 3, 3], [6, 4, 6], [7]]

type Run = { readonly disk: MemoryDisk; readonly answers: readonly Answer[][] }

async function vote(trouble: Trouble | null, seed: number): Promise<Run> {
  const disk = new MemoryDisk(planted.image, seed)
  const store = await openStore(disk.file())
  disk.trouble(trouble)
  const answers: Answer[][] = planted.votes.map(() => [])
  for (const together of SCRIPT) {
    const outcomes = await Promise.allSettled(
      together.map(index => store.cast(voteAt(index).proof, voteAt(index).sealed)),
    )
    outcomes.forEach((outcome, place) => {
      if (outcome.status === 'rejected' && !(outcome.reason instanceof PowerCut)) throw outcome.reason
      answers[together[place] ?? -1]?.push(outcome.status === 'fulfilled' ? outcome.value : 'no answer')
    })
  }
  return { disk, answers }
}

function voteAt(index: number): PlantedVote {
  const found = planted.votes[index]
  if (!found) throw new Error('no such vote')
  return found
}

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex')

/** After a restart: what was acknowledged is there, whole and once; what is there was cast; slips and slots agree. */
async function checkRestarted({ disk, answers }: Run): Promise<void> {
  disk.restart()
  const store = await openStore(disk.file())
  const used = await Promise.all(planted.votes.map(async ({ proof }) => (await store.participate(proof)) === 'used'))
  answers.forEach((all, index) => {
    if (all.includes('recorded') || all.includes('already-recorded')) expect(used[index]).toBe(true)
    expect(all.filter(answer => answer === 'recorded').length).toBeLessThanOrEqual(1)
  })
  // Whoever had no answer, or was refused, tries again, and all others once more: everybody is in, each once.
  for (const [index, { proof, sealed }] of planted.votes.entries())
    expect(await store.cast(proof, sealed)).toBe(used[index] ? 'already-recorded' : 'recorded')
  await store.close()
  expect(await store.cast(voteAt(0).proof, voteAt(0).sealed)).toBe('closed')
  const groups = await Array.fromAsync(store.readSealed())
  expect(groups.map(group => group.damaged)).toEqual([0, 0])
  const expected = setUp.groups.map(({ id }) =>
    planted.votes
      .filter(({ slip }) => slip.group === id)
      .map(({ sealed }) => hex(sealed))
      .sort(),
  )
  expect(groups.map(group => group.sealed.map(hex).sort())).toEqual(expected)
  await store.release()
}

/** Only what was there at the moment of the cut, before anybody tried again; counted for the report. */
async function checkNothingHalf(run: Run): Promise<void> {
  const before = run.disk.image
  const disk = new MemoryDisk(before, 1)
  const store = await openStore(disk.file())
  const used = await Promise.all(planted.votes.map(async ({ proof }) => (await store.participate(proof)) === 'used'))
  await store.close()
  const sealed = (await Array.fromAsync(store.readSealed())).flatMap(group => group.sealed.map(hex)).sort()
  const told = planted.votes.filter((_, index) =>
    run.answers[index]?.some(answer => answer !== 'no answer' && answer !== 'storage'),
  )
  count(
    runResult(
      told.map(vote => hex(vote.sealed)),
      sealed,
    ),
  )
  expect(sealed).toEqual(
    planted.votes
      .filter((_, index) => used[index])
      .map(vote => hex(vote.sealed))
      .sort(),
  )
}

async function operationsOf(): Promise<number> {
  const { disk, answers } = await vote(null, 1)
  expect(answers.map(all => all.filter(answer => answer === 'recorded').length)).toEqual(planted.votes.map(() => 1))
  return disk.operations
}

describe('casting', () => {
  // Catches: an acknowledgement before the flush; header before slots; both copies written at once; a bit without its ballot.
  test.each(['stop', 'tear'] as const)('the power goes (%s) at every operation', async kind => {
    const operations = await operationsOf()
    expect(operations).toBeGreaterThan(30)
    for (let at = 1; at <= operations; at++)
      for (let seed = 1; seed <= scaled(6, 75); seed++) {
        const run = await vote({ kind, at }, 1_000 * at + seed)
        run.disk.restart()
        await checkNothingHalf(run)
        await checkRestarted(run)
      }
  })

  // Catches: a full or failing disk that loses what was acknowledged, or leaves half a vote; a station that never recovers.
  test.each(['ENOSPC', 'EIO', 'EROFS'])(
    'the disk fails (%s) at every operation, once, thrice, for good',
    async code => {
      const operations = await operationsOf()
      for (let at = 1; at <= operations; at++)
        for (const times of [1, 3, 10_000]) {
          const run = await vote({ kind: 'fail', at, code, times }, at)
          expect(run.answers.flat()).not.toContain('no answer')
          await checkNothingHalf(run)
          await checkRestarted(run)
        }
    },
  )

  // Catches: a recovery that needs another one: refilling slots of the wrong header, mending the good copy by the bad one.
  test('the power goes again at every operation of the recovery', async () => {
    const operations = await operationsOf()
    const recovery = new MemoryDisk(planted.image, 1)
    await openStore(recovery.file())
    const steps = recovery.operations
    expect(steps).toBeGreaterThan(20)
    for (let run = 0; run < 40 * DEPTH; run++) {
      const first = await vote({ kind: 'tear', at: 1 + ((run * 7) % operations) }, run)
      for (let at = 1 + (run % 5); at <= steps; at += 5) {
        const disk = new MemoryDisk(first.disk.image, at)
        disk.trouble({ kind: 'tear', at })
        await openStore(disk.file()).catch((error: unknown) => {
          if (!(error instanceof PowerCut)) throw error
        })
        disk.restart()
        await checkNothingHalf({ disk, answers: first.answers })
        await checkRestarted({ disk, answers: first.answers })
      }
    }
  })

  // Catches: "refused" said of a vote that is counted: where the disk works again, refused means not there.
  test('a vote that a passing failure refused is not in the urn', async () => {
    const operations = await operationsOf()
    let refused = 0
    for (let at = 1; at <= operations; at++) {
      const disk = new MemoryDisk(planted.image, at)
      const store = await openStore(disk.file())
      disk.trouble({ kind: 'fail', at, code: 'EIO', times: 1 })
      for (const { proof, sealed } of planted.votes) {
        if ((await store.cast(proof, sealed)) !== 'storage') continue
        refused++
        expect(await store.participate(proof)).toBe('unused')
        expect(hex(disk.image)).not.toContain(hex(sealed))
        expect(await store.cast(proof, sealed)).toBe('recorded')
      }
    }
    expect(refused).toBeGreaterThan(20)
  })
})
