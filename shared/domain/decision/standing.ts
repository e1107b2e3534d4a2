import type { Instructor } from '#shared/domain/roster/instructor.ts'
import type { Scheme } from '#shared/domain/scheme/scheme.ts'
import type { AnnualScore, YearScore } from '#shared/domain/score/annual-score.ts'
import { PLAIN_CALENDAR, type WorkCalendar } from './calendar.ts'
import type { Decision } from './decision.ts'
import { type Notice, publicNotices, resultNotice, reviewRequests } from './notice.ts'
import { addWorkingDays, REVIEW_REQUEST_DAYS } from './working-days.ts'

/** What deciding a person takes: agree, confirm a flag, settle a tie at the quota, or resolve a total that is not there. */
export type Need = 'confirm' | 'flag' | 'tie' | 'blocked'

/**
 * How far a person's decision has come: `open` not decided · `decided` · `public` on public notice · `objected` an
 * objection is open · `passed` the notice ended without one · `served` told, a review can be asked for · `reviewing` one
 * was · `final`.
 */
export const STAGES = ['open', 'decided', 'public', 'objected', 'passed', 'served', 'reviewing', 'final'] as const
export type Stage = (typeof STAGES)[number]

/** One person before the committee. */
export type Standing = {
  readonly instructor: Instructor
  readonly score: AnnualScore
  /** The person's entries in the order of the record; the last one counts. */
  readonly entries: readonly Decision[]
  readonly last: Decision | undefined
  readonly need: Need
  readonly stage: Stage
  /** Decided, but the proposal has changed since: somebody must look again. */
  readonly stale: boolean
}

/** What a standing is read from. An evaluation is one. */
export type DecisionInput = {
  readonly scheme: Scheme
  readonly decisions: readonly Decision[]
  readonly notices?: readonly Notice[] | undefined
  readonly calendar?: WorkCalendar | undefined
}

/** Everybody's standing on the day `today` (ISO), in the roster's order. */
export function standingsOf(input: DecisionInput, score: YearScore, today: string): Standing[] {
  const entries = Map.groupBy(input.decisions, decision => String(decision.instructor))
  return score.people.map(person => {
    const own = entries.get(person.instructor.id) ?? []
    const last = own.at(-1)
    return {
      instructor: person.instructor,
      score: person,
      entries: own,
      last,
      need: needOf(person),
      stage: stageOf(person.instructor.id, last, input, today),
      stale: last?.proposed !== undefined && last.proposed !== (person.proposed?.id ?? null),
    }
  })
}

/** What a person's score asks of the committee; a tie before a flag, as it cannot be agreed to. */
export function needOf(person: AnnualScore): Need {
  if (person.notes.includes('tie-at-quota')) return 'tie'
  if (person.flags.length > 0) return 'flag'
  return person.printedTotal === null ? 'blocked' : 'confirm'
}

function stageOf(id: string, last: Decision | undefined, input: DecisionInput, today: string): Stage {
  if (!last) return 'open'
  const notices = input.notices ?? []
  const calendar = input.calendar ?? PLAIN_CALENDAR
  if (reviewRequests(notices).some(request => request.instructor === id && request.decidedOn === undefined))
    return 'reviewing'
  if (last.final === input.scheme.grades[0]?.id) {
    const own = publicNotices(notices).filter(notice => notice.people.some(person => person === id))
    const latest = own.at(-1)
    if (!latest) return 'decided'
    const open = own.flatMap(notice => notice.objections).filter(objection => objection.decidedOn === undefined)
    if (open.some(objection => objection.about === undefined || objection.about === id)) return 'objected'
    if (today <= latest.to) return 'public'
    if (!resultNotice(notices)) return 'passed'
  }
  const served = resultNotice(notices)
  if (!served) return 'decided'
  if (last.kind === 'review') return 'final'
  return today <= addWorkingDays(served.date, REVIEW_REQUEST_DAYS, calendar) ? 'served' : 'final'
}
