import { type Decision, lastDecisions } from '#shared/domain/decision/decision.ts'
import type { Evaluation } from '#shared/domain/evaluation/evaluation.ts'
import type { Instructor } from '#shared/domain/roster/instructor.ts'

export type DecisionRow = {
  readonly index: number
  readonly decision: Decision
  readonly instructor: Instructor | undefined
  /** Whether it is the person's last entry, the one that counts. */
  readonly last: boolean
}

/** Every entry, in the order of the record. */
export function decisionRows({ decisions, instructors }: Evaluation): DecisionRow[] {
  const people = new Map(instructors.map(person => [person.id, person]))
  const last = new Set(lastDecisions(decisions).values())
  return decisions.map((decision, index) => ({
    index,
    decision,
    instructor: people.get(decision.instructor),
    last: last.has(decision),
  }))
}
