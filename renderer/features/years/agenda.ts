import type { YearData } from '#renderer/db/hooks/year-data.ts'
import { YEARS } from '#renderer/strings/years.ts'
import { PLAIN_CALENDAR } from '#shared/domain/decision/calendar.ts'
import { publicNotices, resultNotice, reviewRequests } from '#shared/domain/decision/notice.ts'
import { addWorkingDays, REVIEW_DECISION_DAYS, REVIEW_REQUEST_DAYS } from '#shared/domain/decision/working-days.ts'
import { daysUntil } from '#shared/domain/self/deadlines.ts'

/** A day of the year that is still to come, or that is over with something open. */
export type AgendaLine = {
  readonly date: string
  readonly what: string
  readonly step: 'self' | 'ballot' | 'rating' | 'decision' | 'archive'
  /** Whole days from today; below 0 when it is over. */
  readonly days: number
}

const words = YEARS.agenda

/** The year's dated things that are not done, the earliest first. The archive's day is FORMS.md's end of June. */
export function agendaOf({ evaluation, gaps }: YearData, archives: number | null, today: string): AgendaLine[] {
  const { deadlines, plans, meetings, notices, closed, year } = evaluation
  const calendar = evaluation.calendar ?? PLAIN_CALENDAR
  const lines: Omit<AgendaLine, 'days'>[] = []
  const lacks = (...kinds: readonly string[]) => gaps.some(gap => kinds.includes(gap.kind))
  const counted = new Set(meetings.map(meeting => meeting.id))
  const served = resultNotice(notices ?? [])
  if (closed) return []
  if (deadlines?.self && lacks('self', 'summary')) lines.push({ date: deadlines.self, what: words.self, step: 'self' })
  if (deadlines?.ratings && lacks('rating', 'source'))
    lines.push({ date: deadlines.ratings, what: words.ratings, step: 'rating' })
  for (const plan of plans ?? [])
    if (plan.date && !counted.has(plan.id)) lines.push({ date: plan.date, what: plan.title, step: 'ballot' })
  for (const notice of publicNotices(notices ?? []))
    if (notice.to >= today) lines.push({ date: notice.to, what: words.publicEnds, step: 'decision' })
  const lastDay = served && addWorkingDays(served.date, REVIEW_REQUEST_DAYS, calendar)
  if (lastDay && lastDay >= today) lines.push({ date: lastDay, what: words.reviewEnds, step: 'decision' })
  for (const review of reviewRequests(notices ?? []))
    if (review.decidedOn === undefined)
      lines.push({
        date: addWorkingDays(review.date, REVIEW_DECISION_DAYS, calendar),
        what: words.reviewDue,
        step: 'decision',
      })
  if (!archives) lines.push({ date: `${year + 1}-06-30`, what: words.archive, step: 'archive' })
  return lines
    .toSorted((a, b) => a.date.localeCompare(b.date))
    .map(line => ({ ...line, days: daysUntil(line.date, today) }))
}
