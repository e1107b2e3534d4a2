import type { Instructor } from '#shared/domain/roster/instructor.ts'
import { schemeFor } from '#shared/domain/scheme/effective-scheme.ts'
import { checkIndicatorScores } from '#shared/domain/scheme/indicator-scores.ts'
import { type Scheme, selfComponent } from '#shared/domain/scheme/scheme.ts'
import { at, duplicates, type Fault, fault } from '#shared/lib/fault.ts'
import type { SelfAssessment } from './self.ts'

/** Faults of the self-assessments against scheme and roster: unknown people, two for one person, scores out of range. */
export function checkSelf(
  self: readonly SelfAssessment[],
  scheme: Scheme,
  people: ReadonlyMap<string, Instructor>,
): Fault[] {
  const faults: Fault[] = duplicates(self, record => record.instructor).map(({ index, first }) =>
    fault(at('self', index, 'instructor'), 'duplicate', {
      value: self[index]?.instructor ?? '',
      first: at('self', first),
    }),
  )
  self.forEach((record, index) => {
    const person = people.get(record.instructor)
    if (!person) faults.push(fault(at('self', index, 'instructor'), 'unknown-id', { value: record.instructor }))
    const indicators = selfComponent(schemeFor(scheme, person?.posting))?.indicators
    faults.push(...checkIndicatorScores(record, indicators, ['self', index]))
  })
  return faults
}
