import { REPORTING } from '#renderer/strings/reporting.ts'
import { type FormBook, textCell } from '#shared/domain/self/form/form-book.ts'
import type { LinkRow } from './link-rows.ts'

/** The published links as a workbook to send them from. */
export function linkListBook(title: string, deadline: string, rows: readonly LinkRow[]): FormBook {
  const heads = [REPORTING.reporter, REPORTING.link, REPORTING.listDueColumn]
  const across = (text: string, style: 'title' | 'note') => ({
    cells: heads.map((_, index) => textCell(index === 0 ? text : '', style)),
  })
  const lines = rows.flatMap(({ name, url }) =>
    url === null ? [] : [{ cells: [name, url, deadline].map(text => textCell(text, 'left')) }],
  )
  return {
    sheets: [
      {
        name: REPORTING.title,
        widths: [28, 82, 14],
        headerRow: 3,
        rows: [
          across(title, 'title'),
          across(REPORTING.listNote, 'note'),
          { cells: heads.map(head => textCell(head, 'header')) },
          ...lines,
        ],
        merges: ['A1:C1', 'A2:C2'],
      },
    ],
  }
}
