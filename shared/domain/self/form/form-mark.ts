import { cellText } from '#shared/domain/roster/registration/cell-text.ts'
import type { Sheet } from '#shared/domain/roster/registration/grid.ts'
import { type FormSheet, textCell } from './form-book.ts'

/**
 * What a form that went out knows of itself: lines of texts on a hidden sheet, the first one its kind and version. It tells
 * two people of one name apart; a form without it (typed anew, or not ours) is read by its words alone.
 */
export type FormMark = readonly (readonly string[])[]

const SHEET = '_评议'
const VERSION = '1'

/** The hidden sheet that carries a mark. */
export function markSheet(kind: string, lines: FormMark): FormSheet {
  const rows = [[kind, VERSION], ...lines]
  return {
    name: SHEET,
    hidden: true,
    widths: [24, 24, 24, 24],
    headerRow: 0,
    rows: rows.map(line => ({ cells: line.map(text => textCell(text, 'text')) })),
  }
}

/** The lines of a workbook's mark of that kind, without the first; null where there is none. */
export function readMark(sheets: readonly Sheet[], kind: string): FormMark | null {
  const sheet = sheets.find(each => each.name === SHEET)
  const lines = sheet?.rows.map(row => row.cells.map(cellText)) ?? []
  return lines[0]?.[0] === kind && lines[0]?.[1] === VERSION ? lines.slice(1) : null
}

/** The texts behind the first line that begins with a word; none where there is no such line. */
export function markLine(mark: FormMark | null, word: string): readonly string[] {
  return mark?.find(line => line[0] === word)?.slice(1) ?? []
}

/** Whether a sheet is the one that carries the mark. */
export function isMarkSheet(sheet: Sheet): boolean {
  return sheet.name === SHEET
}
