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

type People = ReadonlyMap<string, Instructor>

type Check = {
  readonly reads: readonly (keyof Evaluation)[]
  readonly faults: (evaluation: Evaluation, people: People) => readonly Fault[]
}

/** A check and the parts that it looks at; it sees no others. */
function check<Key extends keyof Evaluation>(
  reads: readonly Key[],
  faults: (parts: Pick<Evaluation, Key>, people: People) => readonly Fault[],
): Check {
  return { reads, faults }
}

/** In the file's order. */
const CHECKS: readonly Check[] = [
  check(['scheme'], ({ scheme }) => checkScheme(scheme)),
  check(['instructors'], ({ instructors }) => checkRoster(instructors)),
  check(['scheme', 'instructors'], checkRosterAgainstScheme),
  check(['scheme', 'instructors', 'self'], ({ self, scheme }, people) => checkSelf(self, scheme, people)),
  check(['scheme', 'instructors', 'plans'], ({ plans = [], scheme }, people) => checkPlans(plans, scheme, people)),
  check(['scheme', 'instructors', 'meetings'], ({ meetings, scheme }, people) =>
    checkMeetings(meetings, scheme, people),
  ),
  check(['meetings', 'suggestions'], parts => checkSuggestions(parts.suggestions ?? [], parts)),
  check(['scheme', 'instructors', 'ratings'], ({ ratings, scheme }, people) => checkRatings(ratings, scheme, people)),
  check(['scheme', 'instructors', 'decisions'], ({ decisions, scheme }, people) =>
    checkDecisions(decisions, scheme, people),
  ),
  check(['scheme', 'instructors', 'decisions', 'notices'], ({ notices = [], decisions, scheme }, people) =>
    checkNotices(notices, decisions, scheme, people),
  ),
  check(['calendar'], ({ calendar }) => checkCalendar(calendar)),
  check(['instructors', 'attached'], ({ attached = [] }, people) => checkAttached(attached, people)),
]

/**
 * All faults of a well-shaped evaluation, step by step in the file's order; none means that it can be scored. `before`: one
 * without faults that this was made from; what is the very same in both is not looked at again.
 */
export function checkEvaluation(evaluation: Evaluation, before?: Evaluation): Fault[] {
  const people: People = new Map(evaluation.instructors.map(person => [String(person.id), person]))
  return CHECKS.filter(({ reads }) => !before || reads.some(key => evaluation[key] !== before[key])).flatMap(
    ({ faults }) => faults(evaluation, people),
  )
}

function checkRosterAgainstScheme({ scheme, instructors }: Pick<Evaluation, 'scheme' | 'instructors'>): Fault[] {
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
