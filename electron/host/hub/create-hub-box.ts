import type { NewUrn } from '#electron/host/urn/create-urn.ts'
import { geometryOf } from '#electron/host/urn/geometry.ts'
import { rollKey } from '#electron/host/urn/slip-roll.ts'
import type { RandomBytes } from '#shared/domain/ballot/random-bytes.ts'
import type { HubDatabase, Query } from './hub-database.ts'
import { hubSlotBytes } from './hub-slot.ts'
import { tablesOf } from './hub-tables.ts'

const ROWS_AT_ONCE = 1_000

/**
 * Makes an empty box in a migrated database: every slip and every slot it will ever have, slots full of random bytes, so
 * that voting only updates and a free slot looks like a filled one. All or nothing; the box's own row comes last.
 */
export async function createHubBox(
  db: HubDatabase,
  { box, setUp, proofs }: NewUrn,
  random: RandomBytes,
): Promise<void> {
  const tables = tablesOf(box)
  const { slots, sealedBytes, suggestions } = geometryOf(setUp)
  const bytesAt = (place: number) =>
    hubSlotBytes(suggestions && place >= suggestions.slots.start ? suggestions.sealedBytes : sealedBytes)
  const key = random(32)
  const { hashOf } = rollKey(key)
  // In the order of the hashes: that of printing is nowhere. Before the transaction: a million take longer than a database
  // lets one stand still.
  const marks = proofs.map(group => group.map(hashOf).sort(Buffer.compare))
  await db.transaction(async query => {
    // Nobody waits for tables that are not there yet: a computer that is slow with a million rows may take its time.
    await query('SET LOCAL idle_in_transaction_session_timeout = 0')
    await query(`CREATE TABLE ${tables.slips} (mark bytea PRIMARY KEY, pile integer NOT NULL, voted boolean NOT NULL)`)
    await query(
      `CREATE TABLE ${tables.slots} (place integer PRIMARY KEY, bytes bytea NOT NULL, filled boolean NOT NULL)`,
    )
    for (const [pile, group] of marks.entries())
      await inParts(group, part => insertSlips(query, tables.slips, part, pile))
    const places = Array.from({ length: slots }, (_, place) => place)
    await inParts(places, async part => {
      const bytes = part.map(place => Buffer.from(random(bytesAt(place))))
      await query(
        `INSERT INTO ${tables.slots} (place, bytes, filled)
         SELECT place, bytes, false FROM unnest($1::integer[], $2::bytea[]) AS new (place, bytes)`,
        [part, bytes],
      )
    })
    await query('INSERT INTO pingyi_boxes (box, meeting, phase, roll_key) VALUES ($1, $2, $3, $4)', [
      box,
      JSON.stringify(setUp),
      'created',
      Buffer.from(key),
    ])
  })
}

async function insertSlips(query: Query, table: string, marks: readonly Buffer[], pile: number): Promise<void> {
  await query(
    `INSERT INTO ${table} (mark, pile, voted) SELECT mark, $2::integer, false FROM unnest($1::bytea[]) AS new (mark)`,
    [marks, pile],
  )
}

async function inParts<T>(items: readonly T[], work: (part: readonly T[]) => Promise<void>): Promise<void> {
  for (let from = 0; from < items.length; from += ROWS_AT_ONCE) await work(items.slice(from, from + ROWS_AT_ONCE))
}
