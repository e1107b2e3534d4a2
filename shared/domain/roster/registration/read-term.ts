import { failure, type Result, success } from '#shared/lib/result.ts'
import { cellText } from './cell-text.ts'
import type { Cell } from './grid.ts'
import { parseDay } from './parse-day.ts'
import { parseTerm, type Term, termFromTo } from './parse-term.ts'
import { type CellFault, cellFault } from './problem.ts'

const FIRST_SERIAL = 36_526 // 2000-01-01
const LAST_SERIAL = 73_050 // 2099-12-31

/** The day that a cell of dates holds: shown as a date, written as text, or Excel's bare day number of this century. */
export function readDay(cell: Cell): Result<string, CellFault> {
  if (cell.kind === 'date') return success(cell.day)
  const day = parseDay(cellText(cell))
  if (day.ok || cell.kind !== 'number' || cell.day === null) return day
  const isSerial = cell.value >= FIRST_SERIAL && cell.value <= LAST_SERIAL
  return isSerial ? success(cell.day) : day
}

/** The term of the filled cells under 聘用期限: one with both dates, or the two dates side by side (with 至 between). */
export function readTerm(cells: readonly Cell[]): Result<Term, CellFault> {
  const parts = cells.filter(cell => !/^[-—–~～至到]+$/u.test(cellText(cell)))
  const [first, second] = parts
  if (!first || parts.length > 2) return failure(cellFault('several-cells'))
  if (!second) {
    if (first.kind === 'text') return parseTerm(cellText(first))
    return failure(cellFault(readDay(first).ok ? 'term-of-one-day' : 'not-a-term', { value: cellText(first) }))
  }
  const from = readDay(first)
  if (!from.ok) return from
  const to = readDay(second)
  return to.ok ? termFromTo(from.value, to.value) : to
}
