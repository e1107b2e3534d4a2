import type { WorkCalendar } from './calendar.ts'

// Days are ISO dates (2026-12-10) and are counted in UTC, so that no machine's time zone moves one. There is no clock.

/** At least so long hangs a public notice (公示), first and last day counted. Source: 人社部发〔2023〕6号. */
export const PUBLIC_NOTICE_DAYS = 5
/** So long after the result is served a review (复核) may be asked for. Source: 人社部发〔2023〕6号; FORMS.md. */
export const REVIEW_REQUEST_DAYS = 15
/** So long after it is asked for a review is decided. Source: as above. */
export const REVIEW_DECISION_DAYS = 10

const DAY = 86_400_000

/** The day `count` calendar days after `day` (before it where negative). */
export function shiftDay(day: string, count: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + count * DAY).toISOString().slice(0, 10)
}

/** Whether the office works on `day`: Monday to Friday but for holidays, and the weekend days that are worked. */
export function isWorkingDay(day: string, calendar: WorkCalendar): boolean {
  if (calendar.workdays.includes(day)) return true
  if (calendar.holidays.includes(day)) return false
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay()
  return weekday !== 0 && weekday !== 6
}

/** `day` itself where it is a working day, else the next one. */
export function workingDayFrom(day: string, calendar: WorkCalendar): string {
  let current = day
  // A calendar holds finitely many holidays: the walk ends.
  while (!isWorkingDay(current, calendar)) current = shiftDay(current, 1)
  return current
}

/** The `count`-th working day after `day` (which does not count itself): the last day of a deadline. `count` ≥ 1. */
export function addWorkingDays(day: string, count: number, calendar: WorkCalendar): string {
  let current = day
  for (let left = count; left > 0; left -= 1) current = workingDayFrom(shiftDay(current, 1), calendar)
  return current
}

/** How many working days lie from `from` to `to`, both counted; 0 where `to` is before `from`. */
export function countWorkingDays(from: string, to: string, calendar: WorkCalendar): number {
  let days = 0
  for (let day = from; day <= to; day = shiftDay(day, 1)) if (isWorkingDay(day, calendar)) days += 1
  return days
}

/** A public notice's days: from the first working day on or after `earliest`, as long as is required. */
export function noticePeriod(earliest: string, calendar: WorkCalendar): { readonly from: string; readonly to: string } {
  const from = workingDayFrom(earliest, calendar)
  return { from, to: addWorkingDays(from, PUBLIC_NOTICE_DAYS - 1, calendar) }
}
