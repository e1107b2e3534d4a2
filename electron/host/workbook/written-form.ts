import type { WrittenSheet } from '#shared/contract/workbooks-sheets.ts'
import type { FormCell, FormSheet } from './form-sheet.ts'
import type { FormStyle } from './form-styles.ts'
import { rowHeight } from './row-height.ts'

// A text that begins so becomes a formula when somebody edits the cell, unless its format is text (CSV and formula injection).
const LIKE_A_FORMULA = /^[=+\-@]/
const MOST_MERGED = 1_000_000
const AS_TEXT: Readonly<Partial<Record<FormStyle, FormStyle>>> = {
  plain: 'note',
  title: 'note',
  header: 'text',
  number: 'text',
  decimal: 'text',
}

/** A sheet of the contract as the form writer takes it: text that looks like a formula is kept as text, heights are filled in. */
export function writtenForm(sheet: WrittenSheet): FormSheet {
  const spans = mergedWidths(sheet)
  return {
    name: sheet.name,
    ...(sheet.hidden && { hidden: true }),
    widths: sheet.widths,
    headerRow: sheet.headerRow,
    rows: sheet.rows.map((row, index) => {
      const cells = row.cells.map(cellOf)
      const widths = cells.map((_, column) => spans.get(`${index + 1}/${column}`) ?? sheet.widths[column] ?? 8)
      return { height: row.height ?? rowHeight(cells, widths), cells }
    }),
    merges: sheet.merges ?? [],
    rules: sheet.rules ?? [],
  }
}

function cellOf(cell: WrittenSheet['rows'][number]['cells'][number]): FormCell {
  if ('number' in cell) return { value: cell.number, numeric: true, style: cell.style }
  const style = LIKE_A_FORMULA.test(cell.text.trim()) ? (AS_TEXT[cell.style] ?? cell.style) : cell.style
  return { value: cell.text, style }
}

/** The width of each merged cell, by `row/column`: all of its columns for the first, nothing for the others. */
function mergedWidths(sheet: WrittenSheet): ReadonlyMap<string, number> {
  const widths = new Map<string, number>()
  let steps = 0
  for (const range of sheet.merges ?? []) {
    const [first = '', last = first] = range.split(':')
    const [from, to] = [placeOf(first), placeOf(last)]
    for (let row = from.row; row <= Math.min(to.row, sheet.rows.length); row += 1)
      for (let column = from.column; column <= Math.min(to.column, sheet.widths.length - 1); column += 1) {
        steps += 1
        // Ranges over each other without end only cost heights.
        if (steps > MOST_MERGED) return widths
        widths.set(`${row}/${column}`, 0)
      }
    const whole = sheet.widths.slice(from.column, to.column + 1).reduce((sum, width) => sum + width, 0)
    if (from.row === to.row) widths.set(`${from.row}/${from.column}`, whole)
  }
  return widths
}

/** `B3` → row 3 (from 1), column 1 (from 0). */
function placeOf(reference: string): { readonly row: number; readonly column: number } {
  const letters = reference.replace(/[0-9]+$/, '')
  const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
  return { row: Number(reference.slice(letters.length)), column }
}
