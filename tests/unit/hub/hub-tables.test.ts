import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { newSlips } from '#electron/host/box/new-slips.ts'
import { proofsOf } from '#electron/host/box/slip-proofs.ts'
import { createHubBox } from '#electron/host/hub/create-hub-box.ts'
import { type HubDatabase, hubDatabase } from '#electron/host/hub/hub-database.ts'
import { tablesOf } from '#electron/host/hub/hub-tables.ts'
import { migrate } from '#electron/host/hub/migrations.ts'
import { openHubBox } from '#electron/host/hub/open-hub-box.ts'
import { secureRandom } from '#electron/host/urn/secure-random.ts'
import { buildVote, partsOf, sealForVoters } from '#tests/unit/box/build-box.ts'
import { buildSetUp } from '#tests/unit/box/build-set-up.ts'
import { dropHubTables } from './drop-hub-tables.ts'
import { type RunningPostgres, startPostgres } from './start-postgres.ts'

const VOTERS = 60
const setUp = buildSetUp({ groups: [{ id: 'A', name: '组', slips: VOTERS, paper: VOTERS * 3 }] })

let postgres: RunningPostgres
let db: HubDatabase

beforeAll(async () => {
  postgres = await startPostgres()
}, 120_000)

afterAll(async () => {
  await postgres.remove()
})

beforeEach(() => {
  db = hubDatabase(postgres.url)
})

afterEach(async () => {
  await db.end()
})

async function sealedBox() {
  await migrate(db)
  const id = Buffer.from(secureRandom(16)).toString('hex')
  const slips = newSlips(setUp, secureRandom)
  await createHubBox(db, { box: id, setUp, proofs: proofsOf(setUp, slips, id) }, secureRandom)
  const store = await openHubBox(db, id, secureRandom)
  if (!store.ok) throw new Error(store.error.code)
  const box = await sealForVoters(store.value, setUp)
  const votes = slips.map(({ digits }) => partsOf(box, buildVote(box, digits, { marks: {} })))
  return { id, tables: tablesOf(id), store: store.value, votes }
}

type Row = Readonly<Record<string, unknown>>
const rowsOf = async (table: string) => (await db.query<Row>(`SELECT * FROM ${table}`)).rows

describe('the two tables of a box', () => {
  // Catches: a column, or a value in one, by which a slip and a slot could be joined; a column that says when.
  test('share no column, no value, and know no time', async () => {
    const { tables, store, votes } = await sealedBox()
    for (const { proof, sealed } of votes.slice(0, 20)) await store.cast(proof, sealed)
    const slips = await rowsOf(tables.slips)
    const slots = await rowsOf(tables.slots)
    expect(Object.keys(slips[0] ?? {})).toEqual(['mark', 'pile', 'voted'])
    expect(Object.keys(slots[0] ?? {})).toEqual(['place', 'bytes', 'filled'])
    const marks = slips.map(({ mark }) => Buffer.from(mark as Uint8Array))
    for (const { bytes } of slots)
      for (const mark of marks) expect(Buffer.from(bytes as Uint8Array).includes(mark)).toBe(false)
  })

  // Catches: a table that grows with the votes, or a free slot that looks unlike a filled one.
  test('have their full size from the start, every slot of one length', async () => {
    const { tables, store, votes } = await sealedBox()
    const before = await rowsOf(tables.slots)
    for (const { proof, sealed } of votes) await store.cast(proof, sealed)
    const after = await rowsOf(tables.slots)
    expect([before.length, after.length]).toEqual([VOTERS * 4, VOTERS * 4])
    const lengths = [...before, ...after].map(({ bytes }) => (bytes as Uint8Array).length)
    expect(new Set(lengths).size).toBe(1)
    expect(after.filter(({ filled }) => filled)).toHaveLength(VOTERS)
    expect(await rowsOf(tables.slips)).toHaveLength(VOTERS)
  })

  // Catches: a slot's place that tells the order of casting (the next free one, one near the last).
  test('place a ballot anywhere, whatever came before', async () => {
    const { tables, store, votes } = await sealedBox()
    const order: number[] = []
    for (const { proof, sealed } of votes) {
      await store.cast(proof, sealed)
      const { rows } = await db.query<{ readonly place: number }>(
        `SELECT place FROM ${tables.slots} WHERE filled AND NOT place = ANY($1::integer[])`,
        [order],
      )
      order.push(rows[0]?.place ?? -1)
    }
    // Kendall's tau over 60 independent places has a deviation of 0.088: beyond 0.5 once in 10^8.
    let concordance = 0
    for (const [index, place] of order.entries())
      for (const later of order.slice(index + 1)) concordance += Math.sign(later - place)
    expect(Math.abs(concordance) / ((VOTERS * (VOTERS - 1)) / 2)).toBeLessThan(0.5)
    expect(new Set(order).size).toBe(VOTERS)
  })
})

describe('a damaged row', () => {
  // Catches: a ballot of another slot, or one with a changed bit, that is counted or called void in silence.
  test('is told as damage and not as a ballot', async () => {
    const { tables, store, votes } = await sealedBox()
    for (const { proof, sealed } of votes.slice(0, 5)) await store.cast(proof, sealed)
    await db.query(
      `UPDATE ${tables.slots} SET bytes = set_byte(bytes, 3, 255 - get_byte(bytes, 3))
       WHERE place = (SELECT min(place) FROM ${tables.slots} WHERE filled)`,
    )
    await store.close()
    expect(await Array.fromAsync(store.readSealed())).toMatchObject([{ id: 'A', damaged: 1, sealed: { length: 4 } }])
  })
})

describe('an opening that was interrupted', () => {
  // Catches: slips and ballots that stay for ever because the process ended after the counts were kept.
  test('after the counts were kept is finished at the next opening', async () => {
    const { id, tables, store } = await sealedBox()
    await store.close()
    await db.query("UPDATE pingyi_boxes SET counts = $2, phase = 'counted' WHERE box = $1", [id, Buffer.from('{}')])
    const again = await openHubBox(db, id, secureRandom)
    if (!again.ok) throw new Error(again.error.code)
    expect([again.value.phase(), Buffer.from(again.value.counts() ?? []).toString()]).toEqual(['destroyed', '{}'])
    const { rows } = await db.query<Row>('SELECT tablename FROM pg_tables WHERE tablename = ANY($1)', [
      [tables.slips, tables.slots],
    ])
    expect(rows).toEqual([])
  })

  // Catches: an opening that destroys without counts, or whose counts replace those of another opening.
  test('keeps the first counts, and destroys nothing of a box that was not closed', async () => {
    const { store, tables } = await sealedBox()
    await expect(store.destroy(Buffer.from('early'), null)).rejects.toThrow('before the counts are kept')
    expect(await rowsOf(tables.slips)).toHaveLength(VOTERS)
    await store.close()
    await store.destroy(Buffer.from('first'), null)
    await store.destroy(Buffer.from('second'), null)
    expect(Buffer.from(store.counts() ?? []).toString()).toBe('first')
  })
})

describe('migrations', () => {
  // Catches: a second program that finds half of the tables, or stops because the first was quicker.
  test('run once, whoever begins', async () => {
    await dropHubTables(db)
    const others = [hubDatabase(postgres.url), hubDatabase(postgres.url), hubDatabase(postgres.url)]
    const results = await Promise.all([db, ...others].map(each => migrate(each)))
    for (const other of others) await other.end()
    expect(results).toEqual(results.map(() => ({ ok: true, value: null })))
    expect(await rowsOf('pingyi_schema')).toEqual([{ version: 1 }, { version: 2 }, { version: 3 }, { version: 4 }])
    expect(await rowsOf('pingyi_boxes')).toEqual([])
  })

  test('leave a database of a later version as it is', async () => {
    await migrate(db)
    await db.query('INSERT INTO pingyi_schema (version) VALUES (99)')
    expect(await migrate(db)).toEqual({ ok: false, error: 'newer-version' })
    expect(await openHubBox(db, null, secureRandom)).toMatchObject({ ok: false, error: { code: 'newer-version' } })
    await db.query('DELETE FROM pingyi_schema WHERE version = 99')
  })
})
