import { CFB, type ParsingOptions, read, type WorkBook } from '@e965/xlsx'
import { type WorkbookFault, workbookFault } from '#shared/domain/roster/registration/workbook-fault.ts'
import { failure, type Result, success } from '#shared/lib/result.ts'

/**
 * How SheetJS is asked to read: rows as arrays (a roster is a dense table), number formats kept so that a date cell can
 * be told from a number, formulas only as a mark beside their computed value, and no HTML copies of strings.
 */
const OPTIONS: ParsingOptions = {
  type: 'buffer',
  dense: true,
  cellNF: true,
  cellFormula: true,
  // Without it a formula that was never computed would be no cell at all.
  sheetStubs: true,
  cellHTML: false,
  cellDates: false,
  // The system's short date, as Chinese Windows shows it.
  dateNF: 'yyyy/m/d',
}

/**
 * SheetJS's reading of an Excel file. It throws plain Errors of every kind on broken bytes: each is damage.
 * Rows are known to be hidden only when styles are read too (`cellStyles`); of a file without any, that costs an
 * exception per cell.
 */
export function readBook(
  bytes: Buffer,
  { cellStyles }: { readonly cellStyles: boolean },
): Result<WorkBook, WorkbookFault> {
  try {
    return success(read(bytes, { ...OPTIONS, cellStyles }))
  } catch (error) {
    // The reason is in the words only.
    const locked = error instanceof Error && /password|encrypt/i.test(error.message)
    return failure(workbookFault(locked ? 'encrypted' : 'damaged'))
  }
}

/** The paths of the streams in a compound file (.xls, .doc …). */
export function compoundPaths(bytes: Buffer): Result<readonly string[], WorkbookFault> {
  try {
    const container: { readonly FullPaths: readonly string[] } = CFB.read(bytes, { type: 'buffer' })
    return success(container.FullPaths)
  } catch {
    return failure(workbookFault('damaged'))
  }
}
