import { z } from 'zod'
import { personSchema, registrationSchema } from './workbooks-registration.ts'
import { MOST_ROWS_WRITTEN, sheetSchema, type WrittenSheet, writtenSheet } from './workbooks-sheets.ts'

// Excel files. Bytes come in as base64 (JSON has no bytes) and are opened in a worker of their own with limits; nothing is
// written to disk and no path crosses. `bad-workbook`: the file is no table; its one line says what it is and what to do.

/** The largest file that is read, in bytes; a page checks it before it sends anything. */
export const MOST_WORKBOOK_BYTES = 64 * 1024 * 1024

/** The file's own name: its ending tells a `.et` apart, and it names the sheet of a CSV file. */
const fileName = z.string().min(1).max(255)
// Not z.base64(): its expression runs out of stack on a large file.
const base64 = z
  .string()
  .max(Math.ceil(MOST_WORKBOOK_BYTES / 3) * 4)
  .refine(text => text.length % 4 === 0 && !/[^A-Za-z0-9+/=]/.test(text), 'not base64')

/** The most cells that one call writes, so that the host is never busy for more than seconds. */
const MOST_CELLS = 1_000_000

function cellCount({ rows }: WrittenSheet): number {
  return rows.reduce((sum, row) => sum + row.cells.length, 0)
}

const file = z.strictObject({ name: fileName, base64 })

export const workbooksCalls = {
  /**
   * A registration form as it was understood (shared/domain/roster/registration); nothing is changed by it. Errors:
   * bad-workbook (also: no roster in it).
   */
  'workbooks.readRoster': { input: file, output: registrationSchema },
  /** Any Excel file or CSV as sheets of cells; read texts with `cellText`. Hidden sheets come too. Errors: bad-workbook. */
  'workbooks.readGrid': { input: file, output: z.strictObject({ sheets: z.array(sheetSchema).readonly() }) },
  /** Sheets as an .xlsx file's bytes; the same sheets give the same bytes. Text is never a formula. */
  'workbooks.write': {
    input: z.strictObject({
      sheets: z
        .array(writtenSheet)
        .min(1)
        .max(200)
        .readonly()
        .refine(sheets => new Set(sheets.map(sheet => sheet.name.toLowerCase())).size === sheets.length, 'same name')
        .refine(([first]) => first?.hidden !== true, 'the first sheet is hidden')
        .refine(sheets => sheets.reduce((sum, sheet) => sum + cellCount(sheet), 0) <= MOST_CELLS, 'too many cells'),
    }),
    output: z.instanceof(Uint8Array),
  },
  /** The Dalian registration form (FORMS.md), filled with people and `emptyRows` more to fill in; `reportDate` '' leaves it blank. */
  'workbooks.writeRoster': {
    input: z.strictObject({
      title: z.string().max(200),
      /** What the column of names is called; left out: 指导员姓名. */
      nameHead: z.string().max(20).optional(),
      unit: z.string().max(20_000),
      filledBy: z.string().max(200),
      phone: z.string().max(200),
      reportDate: z.union([z.literal(''), z.iso.date()]),
      people: z.array(personSchema).max(MOST_ROWS_WRITTEN).readonly(),
      emptyRows: z.int().min(0).max(1000),
    }),
    output: z.instanceof(Uint8Array),
  },
} as const
