import type { HubDatabase } from '#electron/host/hub/hub-database.ts'
import { secureRandom } from '#electron/host/urn/secure-random.ts'
import { shuffled } from '#shared/domain/ballot/shuffle.ts'
import { timeEach } from '#tests/bench/rounds.ts'
import type { PlantedHub } from './planted-hub.ts'

/**
 * The database doing what a vote asks of it and nothing else: the same two statements for all of a box's slips, so many in
 * one transaction, over so many connections at once. No network of phones, no choice of a place, no checks. Milliseconds
 * for one vote.
 */
export async function bareDatabase(
  db: HubDatabase,
  { tables }: PlantedHub,
  { together, connections }: { readonly together: number; readonly connections: number },
): Promise<number> {
  const { rows } = await db.query<{ readonly mark: Buffer }>(`SELECT mark FROM ${tables.slips}`)
  const { rows: sizes } = await db.query<{ readonly size: number }>(
    `SELECT octet_length(bytes) AS size FROM ${tables.slots} LIMIT 1`,
  )
  const votes = shuffled(
    rows.map(({ mark }, place) => ({ mark, place, bytes: Buffer.from(secureRandom(sizes[0]?.size ?? 0)) })),
    secureRandom,
  )
  let next = 0
  const lane = async () => {
    while (next < votes.length) {
      const batch = votes.slice(next, next + together)
      next += together
      await db.transaction(async query => {
        await query(`UPDATE ${tables.slips} SET voted = true WHERE mark = ANY($1::bytea[]) AND NOT voted`, [
          batch.map(({ mark }) => mark),
        ])
        await query(
          `UPDATE ${tables.slots} AS slots SET bytes = new.bytes, filled = true
           FROM unnest($1::integer[], $2::bytea[]) AS new (place, bytes)
           WHERE slots.place = new.place AND NOT slots.filled`,
          [batch.map(({ place }) => place), batch.map(({ bytes }) => bytes)],
        )
      })
    }
  }
  return timeEach(votes.length, () => Promise.all(Array.from({ length: connections }, lane)))
}
