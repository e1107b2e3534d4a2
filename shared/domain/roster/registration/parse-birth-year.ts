import { failure, type Result, success } from '#shared/lib/result.ts'
import { dateText } from './parse-day.ts'
import { type CellFault, cellFault } from './problem.ts'

/** The year of a date of birth, 1900 to 2199: `1981年5月`, `1981.05`, `1981-05-12`, `198105`, `1981`. */
export function parseBirthYear(text: string): Result<number, CellFault> {
  const match =
    /^((?:19|20)[0-9]{2})(?:年(?:[0-9]{1,2}月(?:[0-9]{1,2}[日号]?)?)?|[./-][0-9]{1,2}(?:[./-][0-9]{1,2})?|[0-9]{2}|[0-9]{4})?(?:生|出生)?$/.exec(
      dateText(text),
    )
  return match ? success(Number(match[1])) : failure(cellFault('not-a-birth-date', { value: text }))
}
