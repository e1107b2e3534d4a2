import { z } from 'zod'
import { at, duplicates, type Fault, fault } from '#shared/lib/fault.ts'
import { date } from '#shared/lib/fields.ts'
import type { DeepReadonly } from '#shared/lib/readonly.ts'

/**
 * Where the office's working days differ from Monday to Friday: days off (放假) and weekend days that are worked (调休).
 * The State Council announces them each autumn for the next year, so they are typed in, never computed.
 */
export const calendarSchema = z.strictObject({ holidays: z.array(date), workdays: z.array(date) })

export type WorkCalendar = DeepReadonly<z.infer<typeof calendarSchema>>

/** Monday to Friday, nothing else known. */
export const PLAIN_CALENDAR: WorkCalendar = { holidays: [], workdays: [] }

/** Faults of a calendar: a day twice in a list, or both off and worked. */
export function checkCalendar(calendar: WorkCalendar | undefined): Fault[] {
  if (!calendar) return []
  const faults = (['holidays', 'workdays'] as const).flatMap(list =>
    duplicates(calendar[list], day => day).map(({ index, first }) =>
      fault(at('calendar', list, index), 'duplicate', {
        value: calendar[list][index] ?? '',
        first: at('calendar', list, first),
      }),
    ),
  )
  calendar.workdays.forEach((day, index) => {
    const first = calendar.holidays.indexOf(day)
    if (first !== -1)
      faults.push(
        fault(at('calendar', 'workdays', index), 'duplicate', { value: day, first: at('calendar', 'holidays', first) }),
      )
  })
  return faults
}
