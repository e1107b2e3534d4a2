import { utils, write } from '@e965/xlsx'
import { CATALOGUE_HEADS, type CatalogueEntry, catalogueCells } from '#shared/domain/archive/catalogue.ts'

const TITLE = '归档文件目录'
const WIDTHS = [6, 32, 12, 22, 56, 11, 6, 6, 14]

/**
 * The catalogue as .xlsx, for import into an archive office's system. Words are text cells with the text format, so that
 * one that begins with `=`, `+`, `-` or `@` is never a formula, not even after it was edited. The same entries give the
 * same bytes.
 */
export function catalogueWorkbook(entries: readonly CatalogueEntry[]): Buffer {
  const rows = [[...CATALOGUE_HEADS], ...entries.map(catalogueCells)]
  const sheet = utils.aoa_to_sheet(
    rows.map(row =>
      row.map(value => (typeof value === 'number' ? { t: 'n', v: value } : { t: 's', v: value, z: '@' })),
    ),
  )
  sheet['!cols'] = WIDTHS.map(wch => ({ wch }))
  const book = utils.book_new()
  utils.book_append_sheet(book, sheet, TITLE)
  const bytes: unknown = write(book, { type: 'buffer', bookType: 'xlsx', bookSST: true, compression: true })
  if (!Buffer.isBuffer(bytes)) throw new TypeError('xlsx wrote no buffer')
  return bytes
}
