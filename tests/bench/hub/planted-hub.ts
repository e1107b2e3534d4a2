import { newSlips } from '#electron/host/box/new-slips.ts'
import { proofsOf } from '#electron/host/box/slip-proofs.ts'
import { createHubBox } from '#electron/host/hub/create-hub-box.ts'
import type { HubDatabase } from '#electron/host/hub/hub-database.ts'
import { tablesOf } from '#electron/host/hub/hub-tables.ts'
import { migrate } from '#electron/host/hub/migrations.ts'
import { openHubBox } from '#electron/host/hub/open-hub-box.ts'
import { secureRandom } from '#electron/host/urn/secure-random.ts'
import { buildVote, sealForVoters } from '#tests/unit/box/build-box.ts'
import { buildSetUp } from '#tests/unit/box/build-set-up.ts'

/** A sealed, empty box for so many voters, and the vote of each as its phone sends it. */
export type PlantedHub = {
  readonly votes: readonly Uint8Array[]
  readonly createMs: number
  /** The two tables, and the copies from which they are put back. */
  readonly tables: { readonly slips: string; readonly slots: string }
  readonly reset: () => Promise<void>
}

/** The one box of a database: what was there before is dropped. Eight people, three indicators, one group. */
export async function plantHub(db: HubDatabase, voters: number): Promise<PlantedHub> {
  const setUp = buildSetUp({ groups: [{ id: 'A', name: '职工', slips: voters }] }, { people: 8, indicators: 3 })
  await db.query('DROP SCHEMA public CASCADE')
  await db.query('CREATE SCHEMA public')
  await migrate(db)
  const start = performance.now()
  const box = Buffer.from(secureRandom(16)).toString('hex')
  const slips = newSlips(setUp, secureRandom)
  await createHubBox(db, { box, setUp, proofs: proofsOf(setUp, slips, box) }, secureRandom)
  const createMs = performance.now() - start
  const store = await openHubBox(db, box, secureRandom)
  if (!store.ok) throw new Error(store.error.code)
  const seen = await sealForVoters(store.value, setUp)
  await store.value.release()
  const options = seen.meeting.scale.kind === 'grades' ? seen.meeting.scale.options : []
  const votes = slips.map(({ digits }, voter) => {
    const marks = Object.fromEntries(
      setUp.instructors.map(({ id }, person) => [
        id,
        Object.fromEntries(
          setUp.indicators.map((indicator, row) => [
            indicator.id,
            options[(voter + person * 3 + row) % options.length]?.id ?? '',
          ]),
        ),
      ]),
    )
    return buildVote(seen, digits, { marks })
  })
  const tables = tablesOf(box)
  for (const table of Object.values(tables)) {
    await db.query(`CREATE TABLE saved_${table} (LIKE ${table})`)
    await db.query(`INSERT INTO saved_${table} SELECT * FROM ${table}`)
  }
  const reset = async () => {
    for (const table of Object.values(tables)) {
      await db.query(`TRUNCATE ${table}`)
      await db.query(`INSERT INTO ${table} SELECT * FROM saved_${table}`)
      await db.query(`ANALYZE ${table}`)
    }
    await db.query('CHECKPOINT')
  }
  return { votes, createMs, tables, reset }
}
