import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { newSlips } from '#electron/host/box/new-slips.ts'
import { proofsOf } from '#electron/host/box/slip-proofs.ts'
import { createHubBox } from '#electron/host/hub/create-hub-box.ts'
import { type HubDatabase, hubDatabase } from '#electron/host/hub/hub-database.ts'
import type { HubStore } from '#electron/host/hub/hub-store.ts'
import { migrate } from '#electron/host/hub/migrations.ts'
import { openHubBox } from '#electron/host/hub/open-hub-box.ts'
import { secureRandom } from '#electron/host/urn/secure-random.ts'
import { buildVote, partsOf, sealForVoters, slipsOf } from '#tests/unit/box/build-box.ts'
import { buildSetUp } from '#tests/unit/box/build-set-up.ts'
import { type RunningPostgres, startPostgres } from './start-postgres.ts'

// Two stores of one box, the first stopped in the middle of its transaction: every interleaving that matters, on purpose.

const setUp = buildSetUp()

let postgres: RunningPostgres
let watcher: HubDatabase
let endBox = async () => {}

beforeAll(async () => {
  postgres = await startPostgres()
  watcher = hubDatabase(postgres.url)
}, 120_000)

afterAll(async () => {
  await watcher.end()
  await postgres.remove()
})

afterEach(() => endBox())

/** A box whose first store stands still before it writes, until it is let go. */
async function heldBox() {
  await migrate(watcher)
  const id = Buffer.from(secureRandom(16)).toString('hex')
  const slips = newSlips(setUp, secureRandom)
  await createHubBox(watcher, { box: id, setUp, proofs: proofsOf(setUp, slips, id) }, secureRandom)
  const held = Promise.withResolvers<void>()
  const reached = Promise.withResolvers<void>()
  const slow = hubDatabase(postgres.url)
  const other = hubDatabase(`${postgres.url}?application_name=other-${id}`)
  const slowly: HubDatabase = {
    ...slow,
    transaction: work =>
      slow.transaction(query =>
        work(async (text, values) => {
          // By then it holds the box's row: statements before this one go out together.
          if (text.includes('SET bytes')) {
            reached.resolve()
            await held.promise
          }
          return query(text, values)
        }),
      ),
  }
  const seal = await sealForVoters(await storeOf(watcher, id), setUp)
  endBox = async () => {
    held.resolve()
    await slow.end()
    await other.end()
  }
  return {
    first: await storeOf(slowly, id),
    second: await storeOf(other, id),
    slips,
    vote: (code: string, mark: string) => partsOf(seal, buildVote(seal, code, { marks: { i01: { overall: mark } } })),
    reached: reached.promise,
    letGo: held.resolve,
    /** Whether the second store waits for the first, or is done without waiting. */
    otherWaits: async (done: Promise<unknown>) => {
      let settled = false
      const settle = () => {
        settled = true
      }
      done.then(settle, settle)
      while (!settled) if (await isWaiting(`other-${id}`)) return 'waiting'
      return 'done'
    },
  }
}

async function storeOf(db: HubDatabase, id: string): Promise<HubStore> {
  const store = await openHubBox(db, id, secureRandom)
  if (!store.ok) throw new Error(store.error.code)
  return store.value
}

async function isWaiting(name: string): Promise<boolean> {
  const { rows } = await watcher.query(
    "SELECT pid FROM pg_stat_activity WHERE application_name = $1 AND wait_event_type = 'Lock'",
    [name],
  )
  return rows.length > 0
}

describe('two stations at the same moment', () => {
  // Catches: both find the slip unused, and both of its ballots are counted.
  test('one slip votes once', async () => {
    const box = await heldBox()
    const code = slipsOf(box.slips, 'A')[0]?.digits ?? ''
    const [one, two] = [box.vote(code, 'basic'), box.vote(code, 'excellent')]
    const first = box.first.cast(one.proof, one.sealed)
    await box.reached
    const second = box.second.cast(two.proof, two.sealed)
    expect(await box.otherWaits(second)).toBe('waiting')
    box.letGo()
    expect(await Promise.all([first, second])).toEqual(['recorded', 'already-recorded'])
    await box.second.close()
    expect((await Array.fromAsync(box.second.readSealed()))[0]?.sealed.map(bytes => Buffer.from(bytes))).toEqual([
      Buffer.from(one.sealed),
    ])
  })

  // Catches: two different slips put into the same slot.
  test('two slips fill two slots', async () => {
    const box = await heldBox()
    const [one, two] = slipsOf(box.slips, 'B').map(({ digits }) => digits)
    const votes = [box.vote(one ?? '', 'basic'), box.vote(two ?? '', 'basic')] as const
    const first = box.first.cast(votes[0].proof, votes[0].sealed)
    await box.reached
    const second = box.second.cast(votes[1].proof, votes[1].sealed)
    expect(await box.otherWaits(second)).toBe('waiting')
    box.letGo()
    expect(await Promise.all([first, second])).toEqual(['recorded', 'recorded'])
    await box.second.refresh()
    expect(box.second.filled().get('B')).toBe(2)
  })

  // Catches: a vote that is acknowledged after the ballots were read: recorded and never counted.
  test('closing waits for the vote under way, and none comes after', async () => {
    const box = await heldBox()
    const [one, two] = slipsOf(box.slips, 'A').map(({ digits }) => digits)
    const votes = [box.vote(one ?? '', 'basic'), box.vote(two ?? '', 'basic')] as const
    const first = box.first.cast(votes[0].proof, votes[0].sealed)
    await box.reached
    const closing = box.second.close()
    expect(await box.otherWaits(closing)).toBe('waiting')
    box.letGo()
    expect(await first).toBe('recorded')
    await closing
    expect((await Array.fromAsync(box.second.readSealed()))[0]?.sealed).toHaveLength(1)
    expect(await box.first.cast(votes[1].proof, votes[1].sealed)).toBe('closed')
  })
})
