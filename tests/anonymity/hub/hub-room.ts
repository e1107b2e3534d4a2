import { newSlips } from '#electron/host/box/new-slips.ts'
import { openBox } from '#electron/host/box/open-box.ts'
import { proofsOf } from '#electron/host/box/slip-proofs.ts'
import { unlockKey } from '#electron/host/box/unlock-key.ts'
import { createHubBox } from '#electron/host/hub/create-hub-box.ts'
import type { HubDatabase } from '#electron/host/hub/hub-database.ts'
import type { HubStore } from '#electron/host/hub/hub-store.ts'
import { tablesOf } from '#electron/host/hub/hub-tables.ts'
import { migrate } from '#electron/host/hub/migrations.ts'
import { openHubBox } from '#electron/host/hub/open-hub-box.ts'
import { secureRandom } from '#electron/host/urn/secure-random.ts'
import type { RandomBytes } from '#shared/domain/ballot/random-bytes.ts'
import { type PlantedRoom, type RoomVote, votesOf } from '#tests/anonymity/plant-room.ts'
import type { Script, World } from '#tests/anonymity/script.ts'
import { sealForVoters, slipsOf, TELLERS } from '#tests/unit/box/build-box.ts'

/** A sealed, empty box in a hub and each voter's slip. */
export async function plantHub(db: HubDatabase, script: Script): Promise<PlantedRoom> {
  await migrate(db)
  const id = Buffer.from(secureRandom(16)).toString('hex')
  const slips = newSlips(script.setUp, secureRandom)
  await createHubBox(db, { box: id, setUp: script.setUp, proofs: proofsOf(script.setUp, slips, id) }, secureRandom)
  const store = await openHub(db, id, secureRandom)
  const box = await sealForVoters(store, script.setUp)
  const key = await unlockKey(store, TELLERS)
  if (!key.ok) throw new Error(key.error.code)
  await store.release()
  const left = new Map(script.setUp.groups.map(({ id: group }) => [group, [...slipsOf(slips, group)]]))
  const codes = script.voters.map(({ group }) => {
    const slip = left.get(group)?.pop()
    if (!slip) throw new Error('more voters than slips')
    return { digits: slip.digits, printed: slip.code }
  })
  return { script, image: new Uint8Array(0), box, codes, secretKey: key.value.secretKey }
}

export async function openHub(db: HubDatabase, id: string, random: RandomBytes): Promise<HubStore> {
  const store = await openHubBox(db, id, random)
  if (!store.ok) throw new Error(store.error.code)
  return store.value
}

export type HubHeld = {
  readonly votes: readonly RoomVote[]
  /** The two tables as they stood when the last vote was cast. */
  readonly slips: readonly SlipRow[]
  readonly slots: readonly SlotRow[]
  /** The tables that were there, before and after the opening. */
  readonly tables: readonly (readonly string[])[]
  /** What is left in the tables after the count. */
  readonly left: Buffer
}

export type SlipRow = { readonly mark: Buffer; readonly pile: number; readonly voted: boolean }
export type SlotRow = { readonly place: number; readonly bytes: Buffer; readonly filled: boolean }

/** Holds one world of a planted meeting in a database; `leaky` is the database as the stations see it. */
export async function holdInHub(
  db: HubDatabase,
  planted: PlantedRoom,
  world: World,
  {
    random,
    phones,
    leaky = db,
  }: { readonly random: RandomBytes; readonly phones: RandomBytes; readonly leaky?: HubDatabase },
): Promise<HubHeld> {
  const { box } = planted.box
  const store = await openHub(leaky, box, random)
  const votes = votesOf(planted, world, phones)
  for (const { proof, sealed } of votes)
    if ((await store.cast(proof, sealed)) !== 'recorded') throw new Error('a vote was not recorded')
  const { slips, slots } = tablesOf(box)
  // In the order in which they lie in the table's file.
  const { rows: slipRows } = await db.query<SlipRow>(`SELECT mark, pile, voted FROM ${slips}`)
  const { rows: slotRows } = await db.query<SlotRow>(`SELECT place, bytes, filled FROM ${slots}`)
  const before = await tableNames(db)
  const opened = await openBox(store, TELLERS, { voidDamaged: leaky !== db, random, progress: () => undefined })
  if (!opened.ok) throw new Error(opened.error.code)
  await store.release()
  const after = await tableNames(db)
  const left = await rowsLeft(db, after, box)
  return { votes, slips: slipRows, slots: slotRows, tables: [before, after], left }
}

async function tableNames(db: HubDatabase): Promise<readonly string[]> {
  const { rows } = await db.query<{ readonly name: string }>(
    "SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' ORDER BY 1",
  )
  return rows.map(({ name }) => name)
}

/** Every value of every table that is left, but other boxes' rows. */
async function rowsLeft(db: HubDatabase, tables: readonly string[], box: string): Promise<Buffer> {
  const values: Buffer[] = []
  for (const table of tables) {
    const { rows } = await db.query<Readonly<Record<string, unknown>>>(`SELECT * FROM ${table}`)
    for (const row of rows) {
      if ('box' in row && row['box'] !== box) continue
      for (const [column, value] of Object.entries(row)) {
        const bytes = Buffer.isBuffer(value) ? value : Buffer.from(String(value))
        values.push(Buffer.from(`\n${table} ${column} `), bytes)
      }
    }
  }
  return Buffer.concat(values)
}
