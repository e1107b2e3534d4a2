import { checkMeetings } from '#shared/domain/ballot/check-meetings.ts'
import { checkPlans } from '#shared/domain/ballot/plan/check-plans.ts'
import { checkSuggestions } from '#shared/domain/ballot/suggestion/check-suggestions.ts'
import { checkAttached } from '#shared/domain/decision/attached.ts'
import { checkCalendar } from '#shared/domain/decision/calendar.ts'
import { checkDecisions } from '#shared/domain/decision/check-decisions.ts'
import { checkNotices } from '#shared/domain/decision/check-notices.ts'
import { checkRatings } from '#shared/domain/rating/check-ratings.ts'
import { checkRoster } from '#shared/domain/roster/check-roster.ts'
import type { Instructor } from '#shared/domain/roster/instructor.ts'
import { checkScheme } from '#shared/domain/scheme/check-scheme.ts'
import { ratingComponents } from '#shared/domain/scheme/scheme.ts'
import { checkSelf } from '#shared/domain/self/check-self.ts'
import { at, duplicates, type Fault, fault } from '#shared/lib/fault.ts'
import type { Evaluation } from './evaluation.ts'

/** All faults of a well-shaped evaluation, step by step in the file's order; none means that it can be scored. */
export function checkEvaluation(evaluation: Evaluation): Fault[] {
  const { scheme, instructors } = evaluation
  const people = new Map(instructors.map(person => [String(person.id), person]))
  return [
    ...checkScheme(scheme),
    ...checkRoster(instructors),
    ...checkRosterAgainstScheme(evaluation),
    ...checkSelf(evaluation.self, scheme, people),
    ...checkPlans(evaluation.plans ?? [], scheme, people),
    ...meetingFaults(evaluation, people),
    ...checkSuggestions(evaluation.suggestions ?? [], evaluation),
    ...checkRatings(evaluation.ratings, scheme, people),
    ...checkDecisions(evaluation.decisions, scheme, people),
    ...checkNotices(evaluation.notices ?? [], evaluation.decisions, scheme, people),
    ...checkCalendar(evaluation.calendar),
    ...checkAttached(evaluation.attached ?? [], people),
  ]
}

type Checked = Pick<Evaluation, 'scheme' | 'instructors'> & { readonly faults: readonly Fault[] }

// Tens of thousands of rows that an edit elsewhere leaves as they are: what was checked once is not checked again.
const known = new WeakMap<Evaluation['meetings'], Checked>()

function meetingFaults(evaluation: Evaluation, people: ReadonlyMap<string, Instructor>): readonly Fault[] {
  const { meetings, scheme, instructors } = evaluation
  const before = known.get(meetings)
  if (before?.scheme === scheme && before.instructors === instructors) return before.faults
  const faults = checkMeetings(meetings, scheme, people)
  known.set(meetings, { scheme, instructors, faults })
  return faults
}

function checkRosterAgainstScheme({ scheme, instructors }: Evaluation): Fault[] {
  const sources = new Set<string>(ratingComponents(scheme).flatMap(part => part.sources.map(source => source.id)))
  const by = scheme.excellentQuota?.by
  return instructors.flatMap((person, index) => {
    const own = person.sources ?? []
    const faults = own.flatMap((source, part) =>
      sources.has(source) ? [] : [fault(at('instructors', index, 'sources', part), 'unknown-id', { value: source })],
    )
    for (const { index: part, first } of duplicates(own, source => source))
      faults.push(
        fault(at('instructors', index, 'sources', part), 'duplicate', {
          value: own[part] ?? '',
          first: at('instructors', index, 'sources', first),
        }),
      )
    if ((by === 'level' || by === 'posting') && person[by] === undefined)
      faults.push(fault(at('instructors', index, by), 'needs-field', { name: person.name }))
    return faults
  })
}
