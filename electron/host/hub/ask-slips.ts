import type { Participation, Phase } from '#electron/host/urn/ballot-store.ts'
import type { HubBox } from './hub-box.ts'
import { isMissingTable } from './hub-failure.ts'

/** A slip's participation and the box's phase at the same moment. */
export type Slip = { readonly participation: Participation; readonly phase: Phase }

/** Asks for many slips at once, in their order. Once the slips are dropped, none is known. */
export async function askSlips(
  { db, identity, tables }: HubBox,
  marks: readonly Buffer[],
): Promise<{ readonly phase: Phase; readonly slips: readonly Slip[] }> {
  try {
    const { rows } = await db.query<{
      readonly phase: Phase
      readonly mark: Buffer | null
      readonly voted: boolean | null
    }>(
      `SELECT boxes.phase, slips.mark, slips.voted FROM pingyi_boxes AS boxes
       LEFT JOIN ${tables.slips} AS slips ON slips.mark = ANY($2::bytea[]) WHERE boxes.box = $1`,
      [identity.box, marks],
    )
    const phase = rows[0]?.phase ?? 'destroyed'
    const voted = new Map(
      rows.flatMap(({ mark, voted: used }) => (mark ? [[mark.toString('hex'), used === true]] : [])),
    )
    const participationOf = (mark: Buffer): Participation => {
      const used = voted.get(mark.toString('hex'))
      return used === undefined ? 'unknown-slip' : used ? 'used' : 'unused'
    }
    return { phase, slips: marks.map(mark => ({ participation: participationOf(mark), phase })) }
  } catch (error) {
    if (!isMissingTable(error)) throw error
    return { phase: 'destroyed', slips: marks.map(() => ({ participation: 'unknown-slip', phase: 'destroyed' })) }
  }
}
