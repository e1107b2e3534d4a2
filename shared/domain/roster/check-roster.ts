import { at, duplicates, type Fault, fault } from '#shared/lib/fault.ts'
import { rational } from '#shared/lib/rational.ts'
import type { Instructor } from './instructor.ts'

/** Faults that one record's shape cannot show: the same id twice, crossed dates, a year's grade twice, a negative leave. */
export function checkRoster(instructors: readonly Instructor[]): Fault[] {
  const faults: Fault[] = duplicates(instructors, person => person.id).map(({ index, first }) =>
    fault(at('instructors', index, 'id'), 'duplicate', {
      value: instructors[index]?.id ?? '',
      first: at('instructors', first),
    }),
  )
  instructors.forEach((person, index) => {
    const { engagedFrom, engagedTo, status, history = [] } = person
    if (engagedFrom !== undefined && engagedTo !== undefined && engagedFrom > engagedTo)
      faults.push(
        fault(at('instructors', index, 'engagedTo'), 'dates-crossed', { from: engagedFrom, value: engagedTo }),
      )
    if (status?.leaveMonths !== undefined && rational(status.leaveMonths).lt(0))
      faults.push(
        fault(at('instructors', index, 'status', 'leaveMonths'), 'below-minimum', {
          value: status.leaveMonths,
          minimum: 0,
        }),
      )
    for (const { index: entry, first } of duplicates(history, past => String(past.year)))
      faults.push(
        fault(at('instructors', index, 'history', entry, 'year'), 'duplicate', {
          value: history[entry]?.year ?? '',
          first: at('instructors', index, 'history', first),
        }),
      )
  })
  return faults
}
