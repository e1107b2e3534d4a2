import { newSlips } from '#electron/host/box/new-slips.ts'
import { readSealRecord } from '#electron/host/box/seal-record.ts'
import { proofsOf } from '#electron/host/box/slip-proofs.ts'
import { createHubBox } from '#electron/host/hub/create-hub-box.ts'
import type { HubDatabase } from '#electron/host/hub/hub-database.ts'
import { fillHubSlot } from '#electron/host/hub/hub-slot.ts'
import { type HubTables, tablesOf } from '#electron/host/hub/hub-tables.ts'
import { migrate } from '#electron/host/hub/migrations.ts'
import { openHubBox } from '#electron/host/hub/open-hub-box.ts'
import { secureRandom } from '#electron/host/urn/secure-random.ts'
import { rowCount } from '#shared/domain/ballot/cast/ballot-rows.ts'
import { encodeRows } from '#shared/domain/ballot/cast/encode-rows.ts'
import { ballotContext } from '#shared/domain/ballot/sealed/ballot-context.ts'
import { publicMeeting } from '#shared/domain/ballot/set-up/public-meeting.ts'
import { sealForVoters } from '#tests/unit/box/build-box.ts'
import { buildSetUp } from '#tests/unit/box/build-set-up.ts'
import { memoryOf } from './process-memory.ts'
import { sealNatively } from './seal-natively.ts'

const ROWS_AT_ONCE = 2_000

/**
 * The one box of a database, sealed and full: made by the code that makes every box, its ballots put into their places by
 * plain updates instead of by phones. For what comes after the voting. Eight people, three indicators, one group.
 */
export async function fillHub(db: HubDatabase, voters: number) {
  const setUp = buildSetUp({ groups: [{ id: 'A', name: '职工', slips: voters }] }, { people: 8, indicators: 3 })
  const meeting = publicMeeting(setUp)
  await db.query('DROP SCHEMA public CASCADE')
  await db.query('CREATE SCHEMA public')
  await migrate(db)
  const start = performance.now()
  const box = Buffer.from(secureRandom(16)).toString('hex')
  await createHubBox(db, { box, setUp, proofs: proofsOf(setUp, newSlips(setUp, secureRandom), box) }, secureRandom)
  const created = { seconds: (performance.now() - start) / 1_000, memoryMB: memoryOf(process.pid, 'VmHWM') }
  const store = await openHubBox(db, box, secureRandom)
  if (!store.ok) throw new Error(store.error.code)
  await sealForVoters(store.value, setUp)
  const record = readSealRecord(store.value.seal() ?? new Uint8Array())
  await store.value.release()
  const seal = sealNatively(Buffer.from(record?.publicKey ?? '', 'hex'), ballotContext(box, meeting, 'A'))
  const tables = tablesOf(box)
  for (let from = 0; from < voters; from += ROWS_AT_ONCE) {
    const places = Array.from({ length: Math.min(ROWS_AT_ONCE, voters - from) }, (_, index) => from + index)
    const bytes = places.map(place => {
      const rows = Uint32Array.from({ length: rowCount(meeting) }, (_, row) => 1 + ((place + row) % 4))
      return fillHubSlot(seal(encodeRows(rows, meeting)), place)
    })
    await fillSlots(db, tables, places, bytes)
  }
  // Part by part: a hub's statements have an end after some seconds.
  for (let first = 0; first < 256; first++)
    await db.query(`UPDATE ${tables.slips} SET voted = true WHERE mark >= $1 AND ($2::bytea IS NULL OR mark < $2)`, [
      Buffer.of(first),
      first < 255 ? Buffer.of(first + 1) : null,
    ])
  for (const table of Object.values(tables)) await db.query(`ANALYZE ${table}`)
  return created
}

async function fillSlots(db: HubDatabase, { slots }: HubTables, places: readonly number[], bytes: readonly Buffer[]) {
  await db.query(
    `UPDATE ${slots} AS slots SET bytes = new.bytes, filled = true
     FROM unnest($1::integer[], $2::bytea[]) AS new (place, bytes) WHERE slots.place = new.place`,
    [places, bytes],
  )
}
