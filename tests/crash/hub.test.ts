import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openBox } from '#electron/host/box/open-box.ts'
import type { BallotStore } from '#electron/host/urn/ballot-store.ts'
import { secureRandom } from '#electron/host/urn/secure-random.ts'
import type { CastMessage } from '#shared/domain/ballot/cast/cast-message.ts'
import type { BoxCounts } from '#shared/domain/ballot/count/box-counts.ts'
import { buildVote, partsOf, sealForVoters, TELLERS } from '#tests/unit/box/build-box.ts'
import { buildSetUp } from '#tests/unit/box/build-set-up.ts'
import { type RunningPostgres, startPostgres } from '#tests/unit/hub/start-postgres.ts'
import { type HubPlace, hubPlace } from '#tests/unit/hub/store-place.ts'
import { PATIENCE, scaled } from './depth.ts'
import { runCounter, tallyResult } from './run-counter.ts'
import { seeded } from './seeded.ts'

// PROMISES.md §2 for a hub: a real PostgreSQL that is killed, connections cut at every statement, two stores of one box.

const VOTERS = 40
// Each voter marks the one instructor of the same number: a tally shows every single ballot.
// The least group is one ballot: a database that dies after the first two acknowledgements still shows a tally.
const setUp = buildSetUp({ groups: [{ id: 'A', name: '组', slips: VOTERS }], minGroupBallots: 1 }, { people: VOTERS })
const options = { voidDamaged: false, random: secureRandom, progress: () => undefined }

const count = runCounter('two stations of a hub, connections cut, the database killed, the opening interrupted')

let postgres: RunningPostgres

beforeAll(async () => {
  postgres = await startPostgres()
}, 120_000)

afterAll(async () => {
  await postgres.remove()
})

async function plant(): Promise<{ readonly place: HubPlace; readonly votes: readonly CastMessage[] }> {
  const place = await hubPlace(postgres.url, setUp)
  const box = await sealForVoters(await place.open(), setUp)
  const votes = place.slips.map(({ digits }, voter) => {
    const marks = { [setUp.instructors[voter]?.id ?? '']: { overall: 'excellent' } }
    return partsOf(box, buildVote(box, digits, { marks }))
  })
  return { place, votes }
}

/** Casts at two stations in turn what nobody was told of yet; who was told is added. */
async function castAll(
  stores: readonly BallotStore[],
  votes: readonly CastMessage[],
  told: Set<number>,
): Promise<void> {
  await Promise.all(
    votes.map(async ({ proof, sealed }, voter) => {
      if (told.has(voter)) return
      const outcome = await stores[voter % stores.length]?.cast(proof, sealed)
      if (outcome === 'recorded' || outcome === 'already-recorded') told.add(voter)
    }),
  )
}

/** Opens until it comes out, and compares with what voters were told. */
async function openAndCount(place: HubPlace, told: ReadonlySet<number>): Promise<void> {
  const opened = await openBox(await place.open(), TELLERS, options)
  if (!opened.ok) throw new Error(opened.error.code)
  const result = tallyResult(
    opened.value.counts,
    setUp.instructors.map((_, voter) => told.has(voter)),
  )
  count(result)
  expect([result.lost, result.doubled]).toEqual([0, 0])
  const counts: BoxCounts = JSON.parse(opened.value.counts)
  expect(counts.groups).toEqual([{ id: 'A', printed: VOTERS, returned: result.counted, void: 0 }])
}

describe('a hub in trouble among votes', () => {
  // Catches: half a batch, a slip used up without its ballot, an acknowledged ballot that only one station knew.
  test.each(Array.from({ length: scaled(8, 24) }, (_, step) => step + 1))(
    'a station’s connections cut at statement %d: what it acknowledged is counted, once',
    async step => {
      const { place, votes } = await plant()
      const told = new Set<number>()
      const other = await place.open()
      const cut = await place.open()
      await place.crashSoon(step)
      await castAll([cut, other], votes, told)
      await castAll([await place.open(), other], votes.slice(0, VOTERS - 4), told)
      await openAndCount(place, told)
      await place.end()
    },
  )

  // Catches: a commit that was acknowledged before it was on the disk (synchronous_commit), and one counted twice after it.
  test(
    'the database killed among votes, again and again: what was acknowledged is counted, once',
    async () => {
      for (let run = 0; run < scaled(3, 40); run++) {
        const draw = seeded(run)
        const { place, votes } = await plant()
        const told = new Set<number>()
        const stores = [await place.open(), await place.open()]
        // It dies when so many have been told, with others on their way.
        let left = 1 + Math.floor(draw() * (VOTERS / 2))
        let dead: Promise<void> | null = null
        const watched = stores.map(store => ({
          ...store,
          cast: async (...vote: Parameters<BallotStore['cast']>) => {
            const outcome = await store.cast(...vote)
            if (--left === 0) dead = postgres.crash()
            return outcome
          },
        }))
        for (const part of [votes.slice(0, 8), votes.slice(0, 16), votes]) await castAll(watched, part, told)
        await (dead ?? postgres.crash())
        await postgres.start()
        const before = new Set(told)
        if (run % 2 === 0) await castAll(stores, votes, told)
        expect(before.size).toBeGreaterThan(0)
        await openAndCount(place, told)
        await place.end()
      }
    },
    PATIENCE,
  )
})

describe('an opening in trouble', () => {
  // Catches: counts that are gone, or that come out twice and differ, when the opening is cut off anywhere.
  test(
    'the database killed at every statement of the opening: the counts come out, once and for all',
    async () => {
      for (let step = 1; step <= scaled(4, 12); step++) {
        const { place, votes } = await plant()
        const told = new Set<number>()
        const store = await place.open()
        await castAll([store], votes, told)
        expect(told.size).toBe(VOTERS)
        place.atQuery(step, () => postgres.crash())
        const first = await openBox(store, TELLERS, options)
        await postgres.crash()
        await postgres.start()
        await openAndCount(place, told)
        const again = await openBox(await place.open(), TELLERS, options)
        if (first.ok && again.ok) expect(again.value.counts).toBe(first.value.counts)
        await place.end()
      }
    },
    PATIENCE,
  )
})
