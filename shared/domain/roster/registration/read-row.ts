import type { InstructorKind } from '#shared/domain/roster/instructor.ts'
import { failure, type Result, success } from '#shared/lib/result.ts'
import { cellText } from './cell-text.ts'
import type { Field } from './fields.ts'
import type { Header } from './find-header.ts'
import type { Cell } from './grid.ts'
import { parseAge } from './parse-age.ts'
import { parseBirthYear } from './parse-birth-year.ts'
import { parseKind } from './parse-kind.ts'
import { parseLevel } from './parse-level.ts'
import { parseName } from './parse-name.ts'
import { parsePhone } from './parse-phone.ts'
import { parseSex } from './parse-sex.ts'
import { type CellFault, cellFault } from './problem.ts'
import { numberText, unreadable } from './read-cell.ts'
import { readDay, readTerm } from './read-term.ts'
import { type RowProblem, type RowReader, rowReader } from './row-reader.ts'
import { oneLine, words } from './tidy.ts'
import type { View } from './view.ts'

/** One person as the row has it; birth year from age, and a kind that no cell states, are settled with the sheet. */
export type RowPerson = {
  readonly name: string
  readonly sex: '男' | '女' | null
  readonly age: number | null
  readonly birthYear: number | null
  readonly education: string | null
  readonly training: string | null
  readonly unit: string | null
  readonly kind: InstructorKind | null
  readonly level: string | null
  readonly posting: string | null
  readonly from: string | null
  readonly to: string | null
  readonly phone: string | null
}

/**
 * `person` is null where the name, or a kind that is stated, cannot be read; any other cell that cannot be read is
 * left out of the person. `blank` are the fields that are not filled in.
 */
export type ReadRow = {
  readonly person: RowPerson | null
  readonly problems: readonly RowProblem[]
  readonly blank: readonly Field[]
}

const LONGEST_WORDS = 20_000
const LONGEST_NAME = 200

/** Reads one row of people under a header. */
export function readRow(view: View, header: Header, row: number): ReadRow {
  const reader = rowReader(view, header, row)
  const { single } = reader
  const name = single('name', cell => parseName(cellText(cell)))
  const sex = single('sex', cell => parseSex(cellText(cell)))
  const age = single('age', cell => parseAge(cell.kind === 'number' ? String(cell.value) : cellText(cell)))
  const birthYear = single('birth', readBirthYear)
  const education = single('education', textOf(oneLine, LONGEST_WORDS))
  const training = single('training', textOf(words, LONGEST_WORDS))
  const unit = single('unit', textOf(oneLine, LONGEST_WORDS))
  const { from, to } = readEnds(reader)
  const phone = readPhones(reader)
  const kind = single('kind', cell => parseKind(cellText(cell)))
  const level = single('level', textOf(parseLevel, LONGEST_NAME))
  const posting = single('posting', textOf(oneLine, LONGEST_NAME))
  const kindFailed = reader.columns('kind').length > 0 && kind === null && !reader.blank.includes('kind')
  const person =
    name === null || kindFailed
      ? null
      : { name, sex, age, birthYear, education, training, unit, kind, level, posting, from, to, phone }
  return { person, problems: reader.problems, blank: reader.blank }
}

function textOf(tidy: (text: string) => string, longest: number): (cell: Cell) => Result<string, CellFault> {
  return cell => {
    const text = tidy(numberText(cell))
    return text.length > longest ? failure(cellFault('too-long', { maximum: longest })) : success(text)
  }
}

/** A birth year as written, or of Excel's bare day number. */
function readBirthYear(cell: Cell): Result<number, CellFault> {
  const year = parseBirthYear(cellText(cell))
  if (year.ok || cell.kind !== 'number' || cell.day === null) return year
  const ofDay = parseBirthYear(cell.day)
  return cell.value >= 10_000 && ofDay.ok ? ofDay : year
}

type Ends = { readonly from: string | null; readonly to: string | null }

/** The term under one header 聘用期限, or under two for its ends. */
function readEnds(reader: RowReader): Ends {
  const [column] = reader.columns('term')
  if (!column) {
    const from = reader.single('engagedFrom', readDay)
    const to = reader.single('engagedTo', readDay)
    const [ends] = reader.columns('engagedTo')
    if (!ends || from === null || to === null || from <= to) return { from, to }
    reader.settle(ends, failure(cellFault('term-crossed', { from, value: to })))
    return { from: null, to: null }
  }
  const cells = reader.cells(column)
  if (cells.length === 0) reader.noteBlank('term')
  const bad = cells.map(unreadable).find(fault => fault !== null)
  const term = cells.length === 0 ? null : reader.settle(column, bad ? failure(bad) : readTerm(cells))
  return { from: term?.from ?? null, to: term?.to ?? null }
}

/** All numbers of all phone columns, joined by `、`. */
function readPhones(reader: RowReader): string | null {
  const numbers: string[] = []
  let filled = false
  for (const column of reader.columns('phone')) {
    for (const cell of reader.cells(column)) {
      const text = numberText(cell)
      if (text === '无' || text === '暂无') continue
      filled = true
      const bad = unreadable(cell)
      const found = reader.settle(column, bad ? failure(bad) : parsePhone(text))
      if (found !== null) numbers.push(...found.split('、'))
    }
  }
  if (!filled && reader.columns('phone').length > 0) reader.noteBlank('phone')
  return numbers.length === 0 ? null : [...new Set(numbers)].join('、')
}
