import type { Instructor } from '#shared/domain/roster/instructor.ts'
import type { Scheme } from '#shared/domain/scheme/scheme.ts'
import { at, type Fault, fault } from '#shared/lib/fault.ts'
import type { Decision } from './decision.ts'

/** Faults of the decisions: people and grades that the year does not know. */
export function checkDecisions(
  decisions: readonly Decision[],
  scheme: Scheme,
  people: ReadonlyMap<string, Instructor>,
): Fault[] {
  const grades = new Set<string>(scheme.grades.map(grade => grade.id))
  return decisions.flatMap((decision, index) => [
    ...(people.has(decision.instructor)
      ? []
      : [fault(at('decisions', index, 'instructor'), 'unknown-id', { value: decision.instructor })]),
    ...(['proposed', 'final'] as const).flatMap(field => {
      const grade = decision[field]
      return grade == null || grades.has(grade)
        ? []
        : [fault(at('decisions', index, field), 'unknown-id', { value: grade })]
    }),
  ])
}
