/** Which box: the evaluation's year and the plan's id. */
export type BoxKey = { readonly year: number; readonly meeting: string }

/** The key of the rehearsal's box, which is no year's. */
export const REHEARSAL: BoxKey = { year: 2000, meeting: 'rehearsal' }

/** Whether two keys are of one box. */
export function sameBox(a: BoxKey, b: BoxKey): boolean {
  return a.year === b.year && a.meeting === b.meeting
}
