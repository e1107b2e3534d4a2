import type { Form } from '#shared/sheets/form.ts'
import { forms } from '#shared/sheets/forms.ts'
import type { Definition } from '#shared/sheets/paper/definition.ts'
import { type YearData, yearData } from '#shared/sheets/year-data.ts'
import type { EvaluationFile } from '#tests/fixtures/evaluation-file.ts'
import { readBuilt } from '#tests/fixtures/read-built.ts'

/** The sheets' data of a built year, read through the real door. */
export function dataOf(file: EvaluationFile): YearData {
  return yearData(readBuilt(file))
}

export function formOf(id: string): Form {
  const form = forms.find(each => each.id === id)
  if (!form) throw new Error(`no form ${id}`)
  return form
}

/** A form's sheet: the year's, or the person's (the first where no id is given). */
export function sheetOf(year: YearData, id: string, instructor?: string): Definition {
  const form = formOf(id)
  if (form.per === 'year') return form.definition(year)
  const person = year.score.people.find(each => instructor === undefined || each.instructor.id === instructor)
  if (!person) throw new Error(`no instructor ${instructor}`)
  return form.definition(year, person)
}

/** Every sheet of every form. */
export function allSheets(year: YearData): Definition[] {
  return forms.flatMap(form =>
    form.per === 'year' ? [form.definition(year)] : year.score.people.map(person => form.definition(year, person)),
  )
}

/** The texts of a sheet in reading order, as they will be printed. */
export function textsOf(node: unknown): string[] {
  if (Array.isArray(node)) return node.flatMap(textsOf)
  if (typeof node !== 'object' || node === null) return []
  return Object.entries(node).flatMap(([key, value]) =>
    key === 'text' && typeof value === 'string' ? [value] : textsOf(value),
  )
}

/** The rows of all tables of a sheet as texts, nested tables' rows among them. */
export function rowsOf(node: unknown): string[][] {
  if (Array.isArray(node)) return node.flatMap(rowsOf)
  if (typeof node !== 'object' || node === null) return []
  const own =
    'table' in node && typeof node.table === 'object' && node.table !== null && 'body' in node.table
      ? (node.table.body as readonly (readonly unknown[])[]).map(row =>
          row.map(cell => (typeof cell === 'object' && cell !== null && 'text' in cell ? String(cell.text) : '')),
        )
      : []
  return [...own, ...Object.values(node).flatMap(rowsOf)]
}
