import { basename, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newSlips } from '#electron/host/box/new-slips.ts'
import { proofsOf } from '#electron/host/box/slip-proofs.ts'
import { createHubBox } from '#electron/host/hub/create-hub-box.ts'
import { type HubDatabase, hubDatabase } from '#electron/host/hub/hub-database.ts'
import { tablesOf } from '#electron/host/hub/hub-tables.ts'
import { migrate } from '#electron/host/hub/migrations.ts'
import { secureRandom } from '#electron/host/urn/secure-random.ts'
import { allFiles } from '#tests/anonymity/all-files.ts'
import { secretsOf } from '#tests/anonymity/checks/check-markers.ts'
import { createAttacker } from '#tests/anonymity/game/attacker.ts'
import { coinBand } from '#tests/anonymity/game/band.ts'
import { cluesOf } from '#tests/anonymity/game/clues.ts'
import { checkOrder, type OrderOfCasting } from '#tests/anonymity/order-of-casting.ts'
import { type World, writeScript } from '#tests/anonymity/script.ts'
import { seededRandom } from '#tests/anonymity/seeded-random.ts'
import { PATIENCE, scaled } from '#tests/crash/depth.ts'
import { seeded } from '#tests/crash/seeded.ts'
import { record } from '#tests/prove/record.ts'
import { PARTS } from '#tests/prove/report.ts'
import { buildVote, partsOf, sealForVoters } from '#tests/unit/box/build-box.ts'
import { buildSetUp } from '#tests/unit/box/build-set-up.ts'
import { type RunningPostgres, startPostgres } from '#tests/unit/hub/start-postgres.ts'
import { checkHubJoin, checkHubLeft, checkHubTables, checkHubTwins } from './check-hub.ts'
import { HUB_LEAKS, type HubLeak } from './hub-leaks.ts'
import { type HubHeld, holdInHub, openHub, plantHub } from './hub-room.ts'

// PROMISES.md §1 for a hub, word for word as electron/host/hub/README.md promises it: from the tables' bytes; and what
// the database's own files tell beside them, said as it is.

let postgres: RunningPostgres
let db: HubDatabase
let named = 0

beforeAll(async () => {
  postgres = await startPostgres()
  db = hubDatabase(postgres.url)
}, 120_000)

afterAll(async () => {
  await db.end()
  await postgres.remove()
})

/** A database of its own, empty or a copy of another that nobody is connected to. */
async function newDatabase(template = 'template1'): Promise<{ readonly name: string; readonly db: HubDatabase }> {
  const name = `world_${++named}`
  await db.query(`CREATE DATABASE ${name} TEMPLATE ${template}`)
  return { name, db: hubDatabase(postgres.url.replace(/postgres$/, name)) }
}

const fresh = (leaky?: HubDatabase) => ({ random: secureRandom, phones: secureRandom, ...(leaky ? { leaky } : {}) })

describe('a meeting in a hub', () => {
  // Catches: a row, a place, a phase or a count that depends on a mark; anything by which a slip finds its slot.
  test('two worlds with the same randomness leave the same rows, and nothing of a voter', async () => {
    for (let seed = 0; seed < scaled(1, 10); seed++) {
      const room = await newDatabase()
      const planted = await plantHub(room.db, writeScript(seeded(seed)))
      await room.db.end()
      const held: HubHeld[] = []
      for (const world of [0, 1] as const) {
        const copy = await newDatabase(room.name)
        held.push(
          await holdInHub(copy.db, planted, world, { random: seededRandom(seed + 1), phones: seededRandom(seed + 2) }),
        )
        await copy.db.end()
      }
      const [one, other] = held
      if (!one || !other) throw new Error('not two worlds')
      expect(checkHubTwins(one, other)).toEqual([])
      for (const each of held)
        expect([
          ...checkHubJoin(planted, each),
          ...checkHubTables(planted, each),
          ...checkHubLeft(planted, each),
        ]).toEqual([])
      expect(one.left.toString('utf8')).toContain('"tallies"')
      record('anonymity: meetings in a hub looked through', {
        meetings: 2,
        votes: one.votes.length + other.votes.length,
      })
    }
  })

  // Catches: a place worked out of a slip or of a moment; an order of reading that is that of casting.
  test('leaves no order of casting in the places of the slots', async () => {
    expect(checkOrder(await orderInHub(150))).toEqual([])
    record('anonymity: votes ranked against the order of casting, in a hub', { votes: 150 })
  })

  // Catches: a promise that says more than it keeps. What the README says a database's files still tell is what they tell;
  // a mark, a code, a passphrase or the key is in none of them.
  test('its database’s log still holds slips and sealed slots, and nothing that opens or names one', async () => {
    const planted = await plantHub(db, writeScript(seeded(77)))
    const { rows } = await db.query<{ readonly name: string }>('SELECT pg_walfile_name(pg_current_wal_lsn()) AS name')
    const held = await holdInHub(db, planted, 0, fresh())
    await db.query('DELETE FROM pingyi_boxes')
    // Written as it is: no page is compressed.
    const files = [...(await allFiles(join(postgres.data, 'pg_wal')))].sort(([a], [b]) => (a < b ? -1 : 1))
    const written = files.filter(([path]) => basename(path) >= (rows[0]?.name ?? ''))
    const log = Buffer.concat(
      written.map(([, bytes]) => bytes.subarray(0, bytes.findLastIndex(byte => byte !== 0) + 1)),
    )
    const stands = (secret: string | Uint8Array) => log.includes(Buffer.from(secret))
    const opens = [...secretsOf(planted, held.votes)].filter(([name]) => !name.startsWith('sealed ballot'))
    expect(opens.filter(([, secret]) => stands(secret))).toEqual([])
    // A few lie across the end of a page of the log.
    expect(held.votes.filter(({ sealed }) => stands(sealed)).length).toBeGreaterThan(held.votes.length / 2)
    expect(held.slips.filter(({ mark }) => stands(mark)).length).toBeGreaterThan(held.slips.length / 2)
  })
})

// Catches: anything in the rows that are left that goes together with who marked what, whatever it is.
test(
  'an attacker with all rows that are left and the diary does not beat a coin',
  async () => {
    const attacker = createAttacker(tossed)
    const games = scaled(40, 200)
    let hits = 0
    for (let game = 0; game < games; game++) {
      const draw = seeded(Buffer.from(secureRandom(4)).readUInt32BE())
      const planted = await plantHub(db, writeScript(draw))
      const world = tossed()
      const { left } = await holdInHub(db, planted, world, fresh())
      await db.query('DELETE FROM pingyi_boxes')
      const clues = cluesOf({ files: new Map([['tables', left]]), facts: new Map() }, planted)
      if (attacker.guess(clues).world === world) hits++
      attacker.learn(clues, world)
    }
    record(PARTS.hubGames, { games, hits })
    const { low, high } = coinBand(games)
    expect(hits).toBeGreaterThanOrEqual(low)
    expect(hits).toBeLessThanOrEqual(high)
  },
  PATIENCE,
)

// A test that cannot fail proves nothing.
test.each(HUB_LEAKS.map(leak => [leak.name, leak] as const))('is caught: %s', async (_, leak) => {
  const caught = await checksThatFind(leak)
  record(PARTS.leaks, { leaks: 1, caught: caught.has(leak.caughtBy) ? 1 : 0 })
  expect([...caught]).toContain(leak.caughtBy)
})

async function checksThatFind(leak: HubLeak): Promise<ReadonlySet<string>> {
  if (leak.random) return new Set(checkOrder(await orderInHub(150, leak)).map(({ check }) => check))
  const room = await newDatabase()
  const planted = await plantHub(room.db, writeScript(seeded(5)))
  const held = await holdInHub(room.db, planted, 0, fresh(leak.db?.(room.db)))
  await room.db.end()
  const findings = [...checkHubJoin(planted, held), ...checkHubTables(planted, held), ...checkHubLeft(planted, held)]
  return new Set(findings.map(({ check }) => check))
}

/** Casts so many votes of one group, one after the other, and looks at the tables after each. */
async function orderInHub(voters: number, leak?: HubLeak): Promise<OrderOfCasting> {
  const setUp = buildSetUp({ groups: [{ id: 'A', name: '组', slips: voters, paper: 20 }] }, { people: 1 })
  await migrate(db)
  const id = Buffer.from(secureRandom(16)).toString('hex')
  const printed = newSlips(setUp, secureRandom)
  await createHubBox(db, { box: id, setUp, proofs: proofsOf(setUp, printed, id) }, secureRandom)
  const store = await openHub(db, id, leak?.random?.() ?? secureRandom)
  const box = await sealForVoters(store, setUp)
  const { slips, slots } = tablesOf(id)
  const { rows: roll } = await db.query<{ readonly mark: Buffer }>(`SELECT mark FROM ${slips} ORDER BY mark`)
  const places = new Map(roll.map(({ mark }, place) => [mark.toString('hex'), place]))
  const [order, rollPlaces, ballots] = [[] as number[], [] as number[], [] as string[]]
  const known = { places: new Set<number>(), marks: new Set<string>() }
  for (const { digits } of printed) {
    const { proof, sealed } = partsOf(box, buildVote(box, digits, { marks: {} }))
    if ((await store.cast(proof, sealed)) !== 'recorded') throw new Error('a vote was not recorded')
    const filled = await db.query<{ readonly place: number }>(`SELECT place FROM ${slots} WHERE filled`)
    const voted = await db.query<{ readonly mark: Buffer }>(`SELECT mark FROM ${slips} WHERE voted`)
    const place = filled.rows.map(row => row.place).filter(each => !known.places.has(each))
    const mark = voted.rows.map(row => row.mark.toString('hex')).filter(each => !known.marks.has(each))
    if (place.length !== 1 || mark.length !== 1) throw new Error('one vote is one slip and one slot')
    for (const each of place) known.places.add(each)
    for (const each of mark) known.marks.add(each)
    order.push(...place)
    rollPlaces.push(...mark.map(each => places.get(each) ?? -1))
    ballots.push(Buffer.from(sealed).toString('hex'))
  }
  await store.close()
  const read = (await Array.fromAsync(store.readSealed()))[0]?.sealed.map(bytes =>
    ballots.indexOf(Buffer.from(bytes).toString('hex')),
  )
  await db.query('DELETE FROM pingyi_boxes')
  return { slots: order, rollPlaces, read: read ?? [], words: [] }
}

function tossed(): World {
  return ((secureRandom(1)[0] ?? 0) & 1) === 1 ? 1 : 0
}
