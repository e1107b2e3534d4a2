import type { Instructor } from '#shared/domain/roster/instructor.ts'
import { FIELD_WORDS, type Field } from '#shared/domain/roster/registration/fields.ts'
import { KIND_WORDS, LEVEL_WORDS } from '#shared/domain/roster/words.ts'

const COLUMNS: readonly Field[] = [
  'index',
  'name',
  'sex',
  'birth',
  'education',
  'training',
  'unit',
  'engagedFrom',
  'engagedTo',
  'phone',
  'kind',
  'level',
  'posting',
]

/**
 * The roster as CSV for spreadsheets: UTF-8 with its mark, lines that end as Windows ends them. Read again it gives the same
 * people (`readRegistration`). Nothing in it is a formula to a spreadsheet. `nameHead`: what the column of names is called.
 */
export function rosterCsv(people: readonly Instructor[], nameHead: string = FIELD_WORDS.name): string {
  const lines = [COLUMNS.map(field => (field === 'name' ? nameHead : FIELD_WORDS[field])), ...people.map(cellsOf)]
  return `\uFEFF${lines.map(cells => cells.map(csvCell).join(',')).join('\r\n')}\r\n`
}

function cellsOf(person: Instructor, index: number): readonly string[] {
  const { name, sex, birthYear, education, training, unit, engagedFrom, engagedTo, phone, kind, level, posting } =
    person
  const levelWord = level === undefined ? '' : (LEVEL_WORDS.get(level) ?? level)
  const texts = [sex, birthYear, education, training, unit, engagedFrom, engagedTo, phone, KIND_WORDS.get(kind)]
  return [String(index + 1), name, ...texts.map(text => String(text ?? '')), levelWord, posting ?? '']
}

/**
 * One cell: quoted where it must be. A text that a spreadsheet would run as a formula gets a tab in front, which keeps it
 * text and which a reader takes away (CSV injection, OWASP); digits with a leading zero keep it by `="…"`.
 */
function csvCell(text: string): string {
  if (/^0[0-9]+$/.test(text)) return `="${text}"`
  const safe = /^[=+\-@]/.test(text) ? `\t${text}` : text
  return /[",\r\n\t]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
