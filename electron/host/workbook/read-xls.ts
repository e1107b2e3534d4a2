import { SSF, set_cptable } from '@e965/xlsx'
import * as codePages from '@e965/xlsx/dist/cpexcel.full.mjs'
import type { Sheet } from '#shared/domain/roster/registration/grid.ts'
import { type WorkbookFault, workbookFault } from '#shared/domain/roster/registration/workbook-fault.ts'
import { failure, type Result } from '#shared/lib/result.ts'
import { CHINESE_DATE_FORMATS } from './chinese-date-formats.ts'
import { compoundPaths, readBook } from './read-book.ts'
import { toSheets } from './to-sheets.ts'

/** The sheets of an old .xls (BIFF 5 to 8 in a compound file). */
export function readXls(bytes: Buffer): Result<readonly Sheet[], WorkbookFault> {
  const paths = compoundPaths(bytes)
  if (!paths.ok) return paths
  const holds = (stream: RegExp) => paths.value.some(path => stream.test(path))
  // An .xlsx with a password is a compound file around the encrypted package.
  if (holds(/\/EncryptedPackage$/i)) return failure(workbookFault('encrypted'))
  if (!holds(/\/(Workbook|Book)$/i)) {
    if (holds(/\/WordDocument$/i)) return failure(workbookFault('word'))
    return failure(workbookFault(holds(/\/PowerPoint Document$/i) ? 'slides' : 'not-a-table'))
  }
  // Excel 95 and some other programs wrote GBK by code page, not Unicode.
  set_cptable(codePages)
  for (const [id, format] of CHINESE_DATE_FORMATS) SSF.load(format, id)
  const book = readBook(bytes, { cellStyles: true })
  return book.ok ? toSheets(book.value) : book
}
