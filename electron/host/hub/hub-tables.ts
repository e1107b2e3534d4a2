/**
 * The two tables of a box. They share no column and no value, both are filled beforehand and only updated.
 *
 *   slips   mark   a slip's keyed hash      pile    its group's place in the meeting   voted
 *   slots   place  a number, by group       bytes   random, or a sealed ballot         filled
 *           after them, where the meeting takes suggestions, as many places for these, of no group
 */
export type HubTables = { readonly slips: string; readonly slots: string }

/** The tables' names. `box` is the box's id in hex: it becomes part of a statement, so nothing else is let through. */
export function tablesOf(box: string): HubTables {
  if (!/^[0-9a-f]{32}$/.test(box)) throw new Error('not the id of a box')
  return { slips: `pingyi_slips_${box}`, slots: `pingyi_slots_${box}` }
}
