import type { FormCell } from '#electron/host/workbook/form-sheet.ts'
import type { FormStyle } from '#electron/host/workbook/form-styles.ts'
import { rowHeight } from '#electron/host/workbook/row-height.ts'
import { writeForm } from '#electron/host/workbook/write-form.ts'
import { CATALOGUE_HEADS, type CatalogueEntry, catalogueCells } from '#shared/domain/archive/catalogue.ts'

const TITLE = '归档文件目录'
/** Of each column, in the order of `CATALOGUE_HEADS`: its width and how its cells look. */
const COLUMNS: readonly { readonly width: number; readonly style: FormStyle }[] = [
  { width: 6, style: 'number' },
  { width: 30, style: 'left' },
  { width: 20, style: 'left' },
  { width: 20, style: 'text' },
  { width: 52, style: 'left' },
  { width: 11, style: 'text' },
  { width: 6, style: 'text' },
  { width: 6, style: 'number' },
  { width: 16, style: 'left' },
]
const WIDTHS = COLUMNS.map(({ width }) => width)

/**
 * The catalogue as .xlsx, for import into an archive office's system and for print on A4 landscape: the first row is the
 * head, every other one a document. Words are text cells with the text format, so that one that begins with `=`, `+`,
 * `-` or `@` is never a formula, not even after it was edited. The same entries give the same bytes. The sample's sheet is named 示例.
 */
export function catalogueWorkbook(entries: readonly CatalogueEntry[], sample = false): Buffer {
  const heads = CATALOGUE_HEADS.map((value): FormCell => ({ value, style: 'header' }))
  const rows = entries.map(entry =>
    catalogueCells(entry).map((value, column): FormCell => ({ value, style: COLUMNS[column]?.style ?? 'text' })),
  )
  return writeForm({
    name: sample ? `${TITLE}（示例）` : TITLE,
    widths: WIDTHS,
    rows: [heads, ...rows].map(cells => ({ height: rowHeight(cells, WIDTHS), cells })),
    merges: [],
    headerRow: 1,
    rules: [],
  })
}
