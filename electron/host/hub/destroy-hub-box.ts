import type { HubBox } from './hub-box.ts'

/**
 * Keeps the counts and the locked suggestions, once: where another opening was quicker its own stand. The key and the
 * slips' key go in the same step; the tables are dropped after it is committed, never before.
 */
export async function keepCounts(
  { db, identity }: HubBox,
  counts: Uint8Array,
  pending: Uint8Array | null,
): Promise<void> {
  await db.query(
    `UPDATE pingyi_boxes SET counts = $2, pending = $3, phase = 'counted', seal = NULL, roll_key = NULL
     WHERE box = $1 AND counts IS NULL AND phase = 'closed'`,
    [identity.box, Buffer.from(counts), pending && Buffer.from(pending)],
  )
  const { rows } = await db.query('SELECT box FROM pingyi_boxes WHERE box = $1 AND counts IS NOT NULL', [identity.box])
  if (rows.length !== 1) throw new Error('nothing may be destroyed before the counts are kept')
}

/** Keeps the suggestions that a teller released and forgets all that waited, in one step, once. */
export async function keepReleased({ db, identity }: HubBox, released: Uint8Array): Promise<void> {
  const { changed } = await db.query(
    'UPDATE pingyi_boxes SET released = $2, pending = NULL WHERE box = $1 AND pending IS NOT NULL AND released IS NULL',
    [identity.box, Buffer.from(released)],
  )
  if (changed !== 1) throw new Error('no suggestions wait for a teller')
}

/** Drops the slips and the sealed slots of a box that is counted; again: the same. */
export async function destroyTables({ db, identity, tables }: HubBox): Promise<void> {
  await db.query(`DROP TABLE IF EXISTS ${tables.slips}`)
  await db.query(`DROP TABLE IF EXISTS ${tables.slots}`)
  await db.query("UPDATE pingyi_boxes SET phase = 'destroyed' WHERE box = $1 AND phase = 'counted'", [identity.box])
}
