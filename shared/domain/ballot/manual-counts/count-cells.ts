import type { Tally } from '#shared/domain/ballot/meeting.ts'
import { checkPointsMarks } from '#shared/domain/ballot/points-marks.ts'
import type { BallotComponent } from '#shared/domain/scheme/scheme.ts'
import { failure, type Result, success } from '#shared/lib/result.ts'

/** One row of counts as it is typed: text by cell, `mark:<option id>`, `marks` (a points scale's), `abstain`, `invalid`, `self`. */
export type CountCells = Readonly<Record<string, string>>

export type Counts = Pick<Tally, 'marks' | 'abstain' | 'invalid' | 'self'>

export type CellProblem = { readonly cell: string; readonly kind: 'not-a-count' | 'not-a-list' | 'off-the-scale' }

const MARK = 'mark:'

/** The cell of an option's count. */
export function markCell(option: string): string {
  return `${MARK}${option}`
}

/** The cells that show a kept row; noughts are shown, so that a keyed row differs from an empty one. */
export function cellsOf(counts: Counts, { scale }: BallotComponent): CountCells {
  const rest = { abstain: String(counts.abstain), invalid: String(counts.invalid), self: String(counts.self) }
  if (scale.kind === 'points') {
    const list = Object.entries(counts.marks).map(([value, count]) => (count === 1 ? value : `${value}*${count}`))
    return { marks: list.join(' '), ...rest }
  }
  const marks = scale.options.map(option => [markCell(option.id), String(counts.marks[option.id] ?? 0)] as const)
  return { ...Object.fromEntries(marks), ...rest }
}

/** Whether nothing was typed into a row. */
export function isBlank(cells: CountCells): boolean {
  return Object.values(cells).every(text => text.trim() === '')
}

/** The counts that a row's cells say, an empty cell being nought, or the first cell that says none. */
export function readCells(cells: CountCells, { scale }: BallotComponent): Result<Counts, CellProblem> {
  const numbers: Record<string, number> = {}
  const plain = scale.kind === 'grades' ? scale.options.map(option => markCell(option.id)) : []
  for (const cell of [...plain, 'abstain', 'invalid', 'self']) {
    const count = readCount(cells[cell] ?? '')
    if (count === null) return failure({ cell, kind: 'not-a-count' })
    numbers[cell] = count
  }
  const rest = { abstain: numbers['abstain'] ?? 0, invalid: numbers['invalid'] ?? 0, self: numbers['self'] ?? 0 }
  if (scale.kind === 'grades') {
    const marks = scale.options.map(option => [option.id, numbers[markCell(option.id)] ?? 0] as const)
    return success({ marks: Object.fromEntries(marks), ...rest })
  }
  const marks = readList(cells['marks'] ?? '')
  if (marks === null) return failure({ cell: 'marks', kind: 'not-a-list' })
  if (checkPointsMarks(marks, scale, '').length > 0) return failure({ cell: 'marks', kind: 'off-the-scale' })
  return success({ marks, ...rest })
}

/** How many ballots a row accounts for: it must be the pile's valid ones. */
export function ballotsIn({ marks, abstain, invalid, self }: Counts): number {
  return Object.values(marks).reduce((total, count) => total + count, abstain + invalid + self)
}

function readCount(text: string): number | null {
  const plain = text.trim()
  if (plain === '') return 0
  return /^[0-9]{1,9}$/.test(plain) ? Number(plain) : null
}

/** `95*3 88 72.5*2` → how often each number was given; also with commas, `×` or `x`. Null of anything else. */
function readList(text: string): Record<string, number> | null {
  const marks: Record<string, number> = {}
  const plain = text.normalize('NFKC').replaceAll(/\s*[×xX*]\s*/g, '*')
  for (const entry of plain.split(/[\s,;、，；]+/u).filter(Boolean)) {
    const [, value = '', count = '1'] = /^([0-9]+(?:\.[0-9]+)?)(?:\*([0-9]{1,9}))?$/.exec(entry) ?? []
    if (value === '') return null
    marks[value] = (marks[value] ?? 0) + Number(count)
  }
  return marks
}
