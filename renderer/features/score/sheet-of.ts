import type { WrittenSheet } from '#shared/contract/workbooks-sheets.ts'

export type WrittenCell = WrittenSheet['rows'][number]['cells'][number]

export type SheetColumn<Row> = {
  readonly head: string
  /** In characters of a Latin digit. */
  readonly width: number
  readonly cell: (row: Row) => WrittenCell
}

/** A sheet with its title over all columns, the heads in the second row, and a line per row. */
export function sheetOf<Row>(
  name: string,
  title: string,
  columns: readonly SheetColumn<Row>[],
  rows: readonly Row[],
): WrittenSheet {
  return {
    name,
    widths: columns.map(column => column.width),
    rows: [
      { cells: columns.map((_, index) => ({ text: index === 0 ? title : '', style: 'title' })) },
      { cells: columns.map(column => ({ text: column.head, style: 'header' })) },
      ...rows.map(row => ({ cells: columns.map(column => column.cell(row)) })),
    ],
    ...(columns.length > 1 && { merges: [`A1:${columnName(columns.length)}1`] }),
    headerRow: 2,
  }
}

/** `1` → `A`, `27` → `AA`; up to `ZZ`. */
function columnName(number: number): string {
  const letter = (index: number) => String.fromCharCode(65 + index)
  const [first, second] = [Math.floor((number - 1) / 26), (number - 1) % 26]
  return first === 0 ? letter(second) : `${letter(first - 1)}${letter(second)}`
}
