import { z } from 'zod'
import { date, gradeId, instructorId, words } from '#shared/lib/fields.ts'
import type { DeepReadonly } from '#shared/lib/readonly.ts'

/** One entry of the append-only record of decisions (审定); sheets read a person's last entry. */
export const decisionSchema = z.strictObject({
  instructor: instructorId,
  kind: z.enum(['confirm', 'change', 'tie', 'flag', 'review', 'correct']),
  /** What the program proposed; `null` where it proposed no grade. */
  proposed: gradeId.nullable().optional(),
  /** What a named person decided; `null` for no grade this year. */
  final: gradeId.nullable(),
  reason: words.optional(),
  /** The scheme's clause the decision stands on. */
  clause: words.optional(),
  by: words,
  date,
})

export type Decision = DeepReadonly<z.infer<typeof decisionSchema>>

/** Each person's last entry: what the sheets print. */
export function lastDecisions(decisions: readonly Decision[]): ReadonlyMap<string, Decision> {
  return new Map(decisions.map(decision => [decision.instructor, decision]))
}
