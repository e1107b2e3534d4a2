import { failure, type Result, success } from '#shared/lib/result.ts'
import { dateText, dayOf, dayPattern, parseDay } from './parse-day.ts'
import { type CellFault, cellFault } from './problem.ts'

/** A term of engagement (聘用期限): two days `2024-01-01`, both included. */
export type Term = { readonly from: string; readonly to: string }

const DASH = '[-—–－―─~～〜至到]+'
const TERM = new RegExp(`^[自从由]?(?<from>${dayPattern('a')})起?${DASH}(?<to>${dayPattern('b')})(?:为?止|截止)?$`)
const ONE_DAY = new RegExp(`^[自从由]?${dayPattern('a')}(?:起|止|${DASH})?$`)
const WITHOUT_DAY =
  /^[自从由]?[0-9]{4}(?:年?|[年./-][0-9]{1,2}月?)起?[-—–－―─~～〜至到]+[0-9]{4}(?:年?|[年./-][0-9]{1,2}月?)止?$/u

/**
 * A term written in one cell: `2024.1.1-2026.12.31`, `自2024年1月1日起至2026年12月31日止`, `20240101—20261231` …
 * Months without days, one date alone, a length (`三年`) or an open end are faults: the missing part would be a guess.
 */
export function parseTerm(text: string): Result<Term, CellFault> {
  // Two lines of one cell are the two ends; their break stands for the dash where none is written.
  const lines = text
    .split('\n')
    .map(dateText)
    .filter(line => line !== '')
  const [first = '', second = '', ...more] = lines
  const bothDays = more.length === 0 && parseDay(first).ok && parseDay(second).ok
  const squeezed = (bothDays ? `${first}至${second}` : dateText(text)).replace(/[.。,，;；]$/, '')
  const match = TERM.exec(squeezed)
  if (match) return termOf(match.groups?.['from'] ?? '', match.groups?.['to'] ?? '')
  if (WITHOUT_DAY.test(squeezed)) return failure(cellFault('term-without-day', { value: text }))
  if (ONE_DAY.test(squeezed)) return failure(cellFault('term-of-one-day', { value: text }))
  return failure(cellFault('not-a-term', { value: text }))
}

function termOf(start: string, end: string): Result<Term, CellFault> {
  const from = dayOf(start)
  const to = dayOf(end)
  if (from === null || to === null) return failure(cellFault('no-such-day', { value: from === null ? start : end }))
  return termFromTo(from, to)
}

/** The term between two days, or a fault where it ends before it begins. */
export function termFromTo(from: string, to: string): Result<Term, CellFault> {
  return from > to ? failure(cellFault('term-crossed', { from, value: to })) : success({ from, to })
}
