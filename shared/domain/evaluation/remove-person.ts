import { samePerson } from '#shared/domain/roster/edit/same-person.ts'
import type { Instructor } from '#shared/domain/roster/instructor.ts'
import type { EvaluationDraft } from './check-change.ts'
import type { Evaluation } from './evaluation.ts'
import { isOnRecord, personHoldings } from './person-holdings.ts'

/**
 * The year without a person: with the roster's record go the self-assessment, the ratings and the places in meetings' plans.
 * 'conflict' where the person is no longer as `before`, or is on record meanwhile (`isOnRecord`): whoever was voted on or
 * decided on can leave (`left`), but is not removed.
 */
export function removePerson(evaluation: Evaluation, before: Instructor): EvaluationDraft | 'conflict' {
  const { id } = before
  const current = evaluation.instructors.find(person => person.id === id)
  if (!current || !samePerson(current, before) || isOnRecord(personHoldings(evaluation, id))) return 'conflict'
  const others = <Record extends { readonly instructor: string }>(records: readonly Record[]) =>
    records.some(record => record.instructor === id) ? records.filter(record => record.instructor !== id) : records
  return {
    ...evaluation,
    instructors: evaluation.instructors.filter(person => person.id !== id),
    self: others(evaluation.self),
    ratings: others(evaluation.ratings),
    ...(evaluation.plans && { plans: evaluation.plans.map(plan => withoutPerson(plan, id)) }),
  }
}

type Plan = NonNullable<Evaluation['plans']>[number]

/** A plan without the person; who was to come as a voter still is, by name. The same object where it never named them. */
function withoutPerson(plan: Plan, id: string): Plan {
  const named =
    plan.instructors.some(instructor => instructor === id) ||
    plan.summaries?.some(({ instructor }) => instructor === id) ||
    plan.groups.some(group => group.attendance?.some(({ instructor }) => instructor === id))
  if (!named) return plan
  return {
    ...plan,
    instructors: plan.instructors.filter(instructor => instructor !== id),
    ...(plan.summaries && { summaries: plan.summaries.filter(({ instructor }) => instructor !== id) }),
    groups: plan.groups.map(group =>
      group.attendance
        ? {
            ...group,
            attendance: group.attendance.map(({ instructor, ...attendee }) =>
              instructor === undefined || instructor === id ? attendee : { ...attendee, instructor },
            ),
          }
        : group,
    ),
  }
}
