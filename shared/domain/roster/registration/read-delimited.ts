import { failure, type Result, success } from '#shared/lib/result.ts'
import { type Cell, MOST_COLUMNS, type Row, type Sheet } from './grid.ts'
import { type WorkbookFault, workbookFault } from './workbook-fault.ts'

const DELIMITERS = ['\t', ',', ';'] as const
const MOST_ROWS = 50_000
// Enough to tell which sign separates the cells.
const SAMPLE_ROWS = 50

/**
 * Separated text (CSV, or cells pasted from a spreadsheet) as a sheet: quotes as in RFC 4180, the delimiter that makes
 * the widest table of its first rows. Every value is text: nothing is turned into a number or a date.
 */
export function readDelimited(text: string, name: string): Result<Sheet, WorkbookFault> {
  const delimiter = delimiterOf(text)
  const records = recordsOf(text, delimiter, MOST_ROWS + 1)
  if (!records.ok) return records
  if (records.value.length > MOST_ROWS) return failure(workbookFault('too-much-content'))
  const rows = records.value
    .map((fields, index): Row => ({ number: index + 1, hidden: false, cells: fields.slice(0, MOST_COLUMNS).map(cell) }))
    .filter(row => row.cells.some(each => each !== null))
  return success({ name, hidden: false, rows, merges: [] })
}

function cell(field: string): Cell | null {
  // ="0411…" is how CSV files keep Excel from turning a number's zeros away.
  const text = /^="(.*)"$/s.exec(field)?.[1] ?? field
  return text.trim() === '' ? null : { kind: 'text', text }
}

function delimiterOf(text: string): string {
  let best: { delimiter: string; width: number } = { delimiter: ',', width: 1 }
  for (const delimiter of DELIMITERS) {
    const sample = recordsOf(text, delimiter, SAMPLE_ROWS)
    const width = sample.ok ? Math.max(0, ...sample.value.map(record => record.length)) : 0
    if (width > best.width) best = { delimiter, width }
  }
  return best.delimiter
}

/** At most `most` records; a quote that is opened and never closed is a fault that names its row. */
function recordsOf(
  text: string,
  delimiter: string,
  most: number,
): Result<readonly (readonly string[])[], WorkbookFault> {
  const records: string[][] = []
  let record: string[] = []
  let at = 0
  while (at < text.length && records.length < most) {
    const field = text[at] === '"' ? quotedField(text, at, delimiter) : plainField(text, at, delimiter)
    if (!field) return failure(workbookFault('unclosed-quote', { row: records.length + 1 }))
    record.push(field.text)
    at = field.end
    if (text[at] === delimiter) {
      at += 1
      if (at === text.length) record.push('')
      else continue
    }
    records.push(record)
    record = []
    at += text.startsWith('\r\n', at) ? 2 : 1
  }
  return success(records)
}

type Field = { readonly text: string; readonly end: number }

function plainField(text: string, start: number, delimiter: string): Field {
  let end = start
  while (end < text.length && text[end] !== delimiter && text[end] !== '\n' && text[end] !== '\r') end += 1
  return { text: text.slice(start, end), end }
}

/** A field in quotes, `""` for a quote; what follows the closing quote up to the delimiter stays as it is. */
function quotedField(text: string, start: number, delimiter: string): Field | null {
  let content = ''
  let at = start + 1
  while (true) {
    const quote = text.indexOf('"', at)
    if (quote < 0) return null
    content += text.slice(at, quote)
    if (text[quote + 1] !== '"') {
      const rest = plainField(text, quote + 1, delimiter)
      return { text: content + rest.text, end: rest.end }
    }
    content += '"'
    at = quote + 2
  }
}
