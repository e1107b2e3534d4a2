import type { Evaluation } from './evaluation.ts'

/** What a year holds of one person besides the roster's record. Numbers are of records. */
export type PersonHoldings = {
  readonly self: number
  readonly ratings: number
  /** Plans of meetings (会务) that name the person. */
  readonly plans: number
  /** Rows of counts: these, decisions and notices are records of what happened, and stay. */
  readonly tallies: number
  readonly decisions: number
  readonly notices: number
}

/** Everything in the year that names the person. */
export function personHoldings(evaluation: Evaluation, id: string): PersonHoldings {
  const own = (record: { readonly instructor: string }) => record.instructor === id
  return {
    self: evaluation.self.filter(own).length,
    ratings: evaluation.ratings.filter(own).length,
    plans: (evaluation.plans ?? []).filter(
      plan =>
        plan.instructors.some(instructor => instructor === id) ||
        plan.summaries?.some(own) ||
        plan.groups.some(group => group.attendance?.some(attendee => attendee.instructor === id)),
    ).length,
    tallies: evaluation.meetings.reduce((sum, meeting) => sum + meeting.tallies.filter(own).length, 0),
    decisions: evaluation.decisions.filter(own).length,
    notices: (evaluation.notices ?? []).filter(
      notice =>
        (notice.kind === 'review' && notice.instructor === id) ||
        (notice.kind === 'public' &&
          (notice.people.some(person => person === id) || notice.objections.some(objection => objection.about === id))),
    ).length,
  }
}

/** Whether the year records something of the person that must not go: counted votes, a decision, a public notice. */
export function isOnRecord({ tallies, decisions, notices }: PersonHoldings): boolean {
  return tallies + decisions + notices > 0
}
