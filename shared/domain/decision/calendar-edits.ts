import { failure, type Result, success } from '#shared/lib/result.ts'
import type { WorkCalendar } from './calendar.ts'
import { shiftDay } from './working-days.ts'

export type CalendarList = keyof WorkCalendar

export type CalendarProblem =
  | { readonly kind: 'crossed' | 'tooLong' }
  /** The day already stands in the other list. */
  | { readonly kind: 'clash'; readonly day: string }

/** More days at once are a slip of the keyboard: no holiday lasts so long. */
const MOST_DAYS = 60

/** The calendar with the days from `from` to `to` (ISO, both counted) in `list`, sorted, each once. */
export function withDays(
  calendar: WorkCalendar,
  list: CalendarList,
  from: string,
  to: string,
): Result<WorkCalendar, CalendarProblem> {
  if (to < from) return failure({ kind: 'crossed' })
  const days: string[] = []
  for (let day = from; day <= to; day = shiftDay(day, 1)) {
    if (days.length === MOST_DAYS) return failure({ kind: 'tooLong' })
    days.push(day)
  }
  const other = list === 'holidays' ? calendar.workdays : calendar.holidays
  const clash = days.find(day => other.includes(day))
  if (clash !== undefined) return failure({ kind: 'clash', day: clash })
  return success({ ...calendar, [list]: [...new Set([...calendar[list], ...days])].sort() })
}

/** The calendar without a day in `list`; `null` where nothing is left, so that the key goes. */
export function withoutDay(calendar: WorkCalendar, list: CalendarList, day: string): WorkCalendar | null {
  const left = { ...calendar, [list]: calendar[list].filter(each => each !== day) }
  return left.holidays.length + left.workdays.length === 0 ? null : left
}
