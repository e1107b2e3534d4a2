import type { Field } from '#shared/domain/roster/registration/fields.ts'
import { parseAge } from '#shared/domain/roster/registration/parse-age.ts'
import { parseBirthYear } from '#shared/domain/roster/registration/parse-birth-year.ts'
import { parseDay } from '#shared/domain/roster/registration/parse-day.ts'
import { parseKind } from '#shared/domain/roster/registration/parse-kind.ts'
import { parseLevel } from '#shared/domain/roster/registration/parse-level.ts'
import { parseName } from '#shared/domain/roster/registration/parse-name.ts'
import { parsePhone } from '#shared/domain/roster/registration/parse-phone.ts'
import { parseSex } from '#shared/domain/roster/registration/parse-sex.ts'
import { parseTerm } from '#shared/domain/roster/registration/parse-term.ts'

/** What a column's cells look like, the surest first; each field is proposed for one column at most. */
const LOOKS: readonly (readonly [Field, (text: string, row: number) => boolean])[] = [
  ['index', (text, row) => text === String(row + 1)],
  ['sex', text => parseSex(text).ok],
  ['kind', text => parseKind(text).ok],
  ['level', text => parseLevel(text) !== text],
  ['term', text => parseTerm(text).ok],
  ['engagedFrom', text => parseDay(text).ok],
  ['engagedTo', text => parseDay(text).ok],
  ['birth', text => parseBirthYear(text).ok],
  ['phone', text => /[0-9]{7}/.test(text) && parsePhone(text).ok],
  ['age', text => parseAge(text).ok],
  ['education', text => /^(?:.*研究生|博士|硕士|.*本科|.*专科|大专|中专|高中|初中)(?:学历)?$/.test(text)],
  [
    'name',
    text =>
      /^[\p{Script=Han}·]{2,12}$/u.test(text) && text.length <= (text.includes('·') ? 12 : 4) && parseName(text).ok,
  ],
  ['unit', text => /[公司会局厂院校所部站社]|集团|街道|中心|单位/u.test(text)],
]
const SAMPLE = 30

/**
 * What the columns of rows without a header seem to be, for a person to confirm: a proposal, never taken by itself. null
 * where nothing fits nearly all of a column's cells.
 */
export function guessColumns(table: readonly (readonly string[])[]): readonly (Field | null)[] {
  const width = Math.max(0, ...table.map(cells => cells.length))
  const guesses: (Field | null)[] = Array(width).fill(null)
  for (const [field, fits] of LOOKS) {
    const column = guesses.findIndex((guess, place) => guess === null && isMostly(columnOf(table, place), fits))
    if (column >= 0) guesses[column] = field
  }
  return guesses
}

function columnOf(table: readonly (readonly string[])[], place: number): readonly (readonly [string, number])[] {
  return table
    .slice(0, SAMPLE)
    .map((cells, row) => [cells[place] ?? '', row] as const)
    .filter(([text]) => text !== '')
}

function isMostly(
  cells: readonly (readonly [string, number])[],
  fits: (text: string, row: number) => boolean,
): boolean {
  return cells.length > 0 && cells.filter(([text, row]) => fits(text, row)).length >= cells.length * 0.8
}
