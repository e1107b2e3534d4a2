import type { HubBox } from './hub-box.ts'

/**
 * Keeps the counts, once: where another opening was quicker its counts stand, and they are the same. The key and the
 * slips' key go in the same step; the tables are dropped after it is committed, never before.
 */
export async function keepCounts({ db, identity }: HubBox, counts: Uint8Array): Promise<void> {
  await db.query(
    `UPDATE pingyi_boxes SET counts = $2, phase = 'counted', seal = NULL, roll_key = NULL
     WHERE box = $1 AND counts IS NULL AND phase = 'closed'`,
    [identity.box, Buffer.from(counts)],
  )
  const { rows } = await db.query('SELECT box FROM pingyi_boxes WHERE box = $1 AND counts IS NOT NULL', [identity.box])
  if (rows.length !== 1) throw new Error('nothing may be destroyed before the counts are kept')
}

/** Drops the slips and the sealed slots of a box that is counted; again: the same. */
export async function destroyTables({ db, identity, tables }: HubBox): Promise<void> {
  await db.query(`DROP TABLE IF EXISTS ${tables.slips}`)
  await db.query(`DROP TABLE IF EXISTS ${tables.slots}`)
  await db.query("UPDATE pingyi_boxes SET phase = 'destroyed' WHERE box = $1 AND phase = 'counted'", [identity.box])
}
