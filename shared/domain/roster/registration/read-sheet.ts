import type { InstructorKind } from '#shared/domain/roster/instructor.ts'
import { cellText } from './cell-text.ts'
import { columnProblems } from './column-problems.ts'
import type { Field } from './fields.ts'
import type { Header } from './find-header.ts'
import type { FoundSheet } from './find-headers.ts'
import type { Row } from './grid.ts'
import { type FormHead, headFields, isHeadLabel } from './head-fields.ts'
import { kindOfTitle } from './parse-kind.ts'
import { type CellFault, cellFault, type Problem } from './problem.ts'
import { type RowPerson, readRow } from './read-row.ts'
import { rowKind } from './row-kind.ts'
import { settleBirthYears } from './settle-birth-years.ts'
import type { View } from './view.ts'

export type SheetPerson = RowPerson & { readonly sheet: string; readonly row: number }

/** One worksheet, read: its people in row order, with birth years and with the kind that a cell or the title states. */
export type ReadSheet = {
  readonly name: string
  /** The label of the names' column. */
  readonly nameLabel: string
  readonly head: FormHead
  readonly people: readonly SheetPerson[]
  readonly problems: readonly Problem[]
  /** Rows whose cell is not filled in, by the column's label. */
  readonly blank: ReadonlyMap<string, readonly number[]>
  readonly hiddenRows: readonly number[]
  /** The columns that were read. */
  readonly fields: readonly Field[]
  /** Labels of the columns that were not read. */
  readonly unread: readonly string[]
}

/** Reads the people of a sheet under its headers. */
export function readSheet({ view, headers }: FoundSheet): ReadSheet {
  const { sheet } = view
  const problems: Problem[] = []
  const note = (row: number, column: string, { code, details }: CellFault) =>
    problems.push({ code, details, sheet: sheet.name, row, column })
  const people: SheetPerson[] = []
  const notes: number[] = []
  const hiddenRows: number[] = []
  const blank = new Map<string, number[]>()
  let filled = 0

  const { above, tables } = tablesOf(sheet.rows, headers)
  for (const { header, rows } of tables) {
    for (const problem of columnProblems(
      view,
      header,
      rows.map(row => row.number),
    ))
      note(problem.row, problem.column, problem)
    const name = labelOfField(header, 'name')
    if (name === undefined) continue
    for (const { number: row, hidden } of rows) {
      const kind = rowKind(view, header, row)
      if (kind === 'note') notes.push(row)
      if (kind === 'blank' || kind === 'note') continue
      filled += 1
      if (kind === 'continued') note(row, name, cellFault('name-merged'))
      if (kind === 'nameless') note(row, name, cellFault('name-missing'))
      if (kind !== 'person') continue
      if (hidden) hiddenRows.push(row)
      const read = readRow(view, header, row)
      for (const problem of read.problems) note(row, problem.column, problem)
      for (const field of read.blank) append(blank, labelOfField(header, field) ?? '', row)
      if (read.person) people.push({ ...read.person, sheet: sheet.name, row })
    }
  }
  const [first] = headers
  const nameLabel = first && labelOfField(first, 'name')
  if (first && nameLabel && filled === 0) note(first.top, nameLabel, cellFault('nobody'))

  const head = headFields(view, [...above, ...notes])
  const settled = settleBirthYears(people, head, first?.top ?? 1, first && labelOfField(first, 'age'))
  for (const problem of settled.problems) note(problem.row, problem.column, problem)
  const titleKind = statedKind(view, above)
  return {
    name: sheet.name,
    nameLabel: nameLabel ?? '',
    head,
    people: settled.people.map(person => ({ ...person, kind: person.kind ?? titleKind })),
    problems: problems.sort((a, b) => a.row - b.row),
    blank,
    hiddenRows,
    fields: [...new Set(headers.flatMap(header => header.fields.map(column => column.field)))],
    unread: [...new Set(headers.flatMap(header => header.unread.map(column => column.label)))],
  }
}

type Table = { readonly header: Header; readonly rows: Row[] }

/** The rows above the first header, and each header with the rows down to the next. */
function tablesOf(rows: readonly Row[], headers: readonly Header[]): { above: number[]; tables: readonly Table[] } {
  const above: number[] = []
  const tables: Table[] = headers.map(header => ({ header, rows: [] }))
  let current = -1
  for (const row of rows) {
    while (row.number >= (headers[current + 1]?.top ?? Number.POSITIVE_INFINITY)) current += 1
    const table = tables[current]
    if (!table) above.push(row.number)
    else if (row.number > table.header.bottom) table.rows.push(row)
  }
  return { above, tables }
}

function labelOfField(header: Header, field: Field): string | undefined {
  return header.fields.find(column => column.field === field)?.label
}

function append(lists: Map<string, number[]>, key: string, value: number): void {
  const list = lists.get(key)
  if (list) list.push(value)
  else lists.set(key, [value])
}

/** 专职 or 兼职 as the sheet's name and titles state it of everybody; null where they do not agree or do not say. */
function statedKind(view: View, above: readonly number[]): InstructorKind | null {
  const titles = above.flatMap(row => view.spots(row).map(spot => cellText(spot.cell)))
  const kinds = [view.sheet.name, ...titles.filter(title => !isHeadLabel(title))].map(kindOfTitle)
  const stated = new Set(kinds.filter(kind => kind !== null))
  const [kind] = stated
  return stated.size === 1 && kind ? kind : null
}
