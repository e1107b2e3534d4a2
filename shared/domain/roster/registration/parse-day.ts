import { failure, type Result, success } from '#shared/lib/result.ts'
import { calendarDay } from './calendar-day.ts'
import { type CellFault, cellFault } from './problem.ts'
import { halfWidth, squeeze, visible } from './tidy.ts'

/**
 * The pattern of a day as people write it, squeezed: year first, every part given, one kind of separator.
 * `group` names the separator's group, which must differ between two days of one expression.
 */
export function dayPattern(group: string): string {
  const separated = `(?<${group}>[.。/-])[0-9]{1,2}\\k<${group}>[0-9]{1,2}`
  return `[0-9]{4}(?:年[0-9]{1,2}月[0-9]{1,2}[日号]?|${separated}|[0-9]{4})`
}

const DAY = new RegExp(`^${dayPattern('sign')}$`)

/** Squeezed text of a cell of dates, without the `00:00:00` that other programs' exports add to each. */
export function dateText(text: string): string {
  return squeeze(halfWidth(visible(text)).replace(/[ T][0-9]{1,2}:[0-9]{2}(:[0-9]{2}(\.[0-9]+)?)?/g, ' '))
}

/**
 * One day, `2024-01-05`, of `2024年1月5日`, `2024.1.5`, `2024/01/05`, `20240105` …, years 1900 to 2199.
 * Without a day or with a two-digit year it is a fault.
 */
export function parseDay(text: string): Result<string, CellFault> {
  const squeezed = dateText(text)
  if (!DAY.test(squeezed)) return failure(cellFault('not-a-day', { value: text }))
  const day = dayOf(squeezed)
  return day === null ? failure(cellFault('no-such-day', { value: squeezed })) : success(day)
}

/** The calendar day of text that fits `dayPattern`; null where the calendar has no such day. */
export function dayOf(text: string): string | null {
  const [year = '', month = '', day = ''] = /^[0-9]{8}$/.test(text)
    ? [text.slice(0, 4), text.slice(4, 6), text.slice(6)]
    : (text.match(/[0-9]+/g) ?? [])
  return calendarDay(Number(year), Number(month), Number(day))
}
