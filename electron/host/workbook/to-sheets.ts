import { type CellObject, SSF, type WorkBook, type WorkSheet } from '@e965/xlsx'
import { calendarDay } from '#shared/domain/roster/registration/calendar-day.ts'
import { type Cell, type Merge, MOST_COLUMNS, type Row, type Sheet } from '#shared/domain/roster/registration/grid.ts'
import { type WorkbookFault, workbookFault } from '#shared/domain/roster/registration/workbook-fault.ts'
import { failure, type Result, success } from '#shared/lib/result.ts'
import { LIMITS } from './limits.ts'

/** Excel's last row and the most that a sheet may have. */
const LAST_ROW = 1_048_576

// Where WPS keeps the pictures that stand in cells: hidden for good, and nothing of a person's making.
const OWN_OF_WPS = /^WpsReserved_/

/** What SheetJS read, as plain sheets. Chart and macro sheets are left out; a sheet that it gave up on is damage. */
export function toSheets(book: WorkBook): Result<readonly Sheet[], WorkbookFault> {
  const date1904 = book.Workbook?.WBProps?.date1904 === true
  const sheets: Sheet[] = []
  let rowsLeft: number = LIMITS.rows
  for (const name of book.SheetNames) {
    if (!Object.hasOwn(book.Sheets, name)) return failure(workbookFault('damaged'))
    const sheet = book.Sheets[name]
    if (!sheet) return failure(workbookFault('damaged'))
    if ((sheet['!type'] && sheet['!type'] !== 'sheet') || OWN_OF_WPS.test(name)) continue
    const rows = rowsOf(sheet, date1904)
    rowsLeft -= rows.length
    if (rowsLeft < 0) return failure(workbookFault('too-much-content'))
    const hidden = book.Workbook?.Sheets?.find(entry => entry.name === name)?.Hidden ?? 0
    sheets.push({ name, hidden: hidden !== 0, rows, merges: mergesOf(sheet) })
  }
  return success(sheets)
}

function rowsOf(sheet: WorkSheet, date1904: boolean): readonly Row[] {
  const rows: Row[] = []
  const data = sheet['!data'] ?? []
  // forEach skips the rows that are not there: a lone cell in the last row does not cost a million steps.
  data.forEach((cells, index) => {
    if (!cells || index < 0 || index >= LAST_ROW) return
    const read: (Cell | null)[] = []
    cells.slice(0, MOST_COLUMNS).forEach((cell, column) => {
      const value = cell ? cellOf(cell, date1904) : null
      if (!value) return
      while (read.length < column) read.push(null)
      read.push(value)
    })
    if (read.length > 0) rows.push({ number: index + 1, hidden: sheet['!rows']?.[index]?.hidden === true, cells: read })
  })
  return rows
}

function cellOf(cell: CellObject, date1904: boolean): Cell | null {
  if (cell.t === 'e') return { kind: 'error', text: cell.w ?? '#N/A' }
  if (cell.t === 'n' && typeof cell.v === 'number') {
    const day = dayOf(cell.v, date1904)
    const text = cell.w ?? String(cell.v)
    if (day !== null && SSF.is_date(cell.z ?? ''))
      return showsDay(String(cell.z)) ? { kind: 'date', day } : { kind: 'text', text }
    return { kind: 'number', value: cell.v, text, day, formula: cell.f !== undefined }
  }
  if (cell.t === 'z') return cell.f === undefined ? null : { kind: 'uncomputed' }
  if (cell.t === 'b') return { kind: 'text', text: cell.v ? 'TRUE' : 'FALSE' }
  return typeof cell.v === 'string' && cell.v.trim() !== '' ? { kind: 'text', text: cell.v } : null
}

/** Whether a date's format shows year, month and day; of one that hides a part (`2024年1月`) only what it shows counts. */
function showsDay(format: string): boolean {
  const signs = format.replace(/"[^"]*"|\\.|\[[^\]]*\]/g, '').toLowerCase()
  return signs.includes('y') && signs.includes('m') && signs.includes('d')
}

function dayOf(serial: number, date1904: boolean): string | null {
  if (!(serial >= 1)) return null
  const parsed: { readonly y: number; readonly m: number; readonly d: number } | null = SSF.parse_date_code(serial, {
    date1904,
  })
  return parsed && calendarDay(parsed.y, parsed.m, parsed.d)
}

function mergesOf(sheet: WorkSheet): readonly Merge[] {
  return (sheet['!merges'] ?? [])
    .map(({ s, e }) => ({ top: s.r + 1, left: s.c, bottom: e.r + 1, right: e.c }))
    .filter(({ top, left, bottom, right }) => top >= 1 && left >= 0 && bottom >= top && right >= left)
}
