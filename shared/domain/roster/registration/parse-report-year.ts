import { failure, type Result, success } from '#shared/lib/result.ts'
import { calendarDay } from './calendar-day.ts'
import { dateText } from './parse-day.ts'
import { type CellFault, cellFault } from './problem.ts'

const DATE =
  /^(20[0-9]{2})(?:年(?:([0-9]{1,2})月(?:([0-9]{1,2})[日号]?)?)?|[./-]([0-9]{1,2})(?:[./-]([0-9]{1,2}))?|([0-9]{2})([0-9]{2}))?$/
const CHINESE_YEAR =
  /^([二〇○零Oo一三四五六七八九]{4})年(?:[元一二三四五六七八九十]{1,3}月(?:[一二三四五六七八九十廿]{1,4}[日号])?)?$/u
const DIGITS = '〇一二三四五六七八九'

/**
 * The year of a 填报日期, 2000 to 2099: of a full date in digits or in Chinese (`二〇二六年三月五日`), or of a date
 * without its day, whose year is no guess. A date without a year, or one that does not exist, is a fault.
 */
export function parseReportYear(text: string): Result<number, CellFault> {
  const squeezed = dateText(text)
  const chinese = CHINESE_YEAR.exec(squeezed)?.[1]
  if (chinese) {
    const digits = [...chinese].map(sign => ('○零Oo'.includes(sign) ? 0 : DIGITS.indexOf(sign)))
    const year = Number(digits.join(''))
    return year >= 2000 && year <= 2099 ? success(year) : fault(text)
  }
  const match = DATE.exec(squeezed)
  if (!match) return fault(text)
  const month = match[2] ?? match[4] ?? match[6] ?? '1'
  const day = match[3] ?? match[5] ?? match[7] ?? '1'
  const year = Number(match[1])
  return calendarDay(year, Number(month), Number(day)) === null ? fault(text) : success(year)
}

function fault(text: string): Result<number, CellFault> {
  return failure(cellFault('not-a-report-date', { value: text }))
}
