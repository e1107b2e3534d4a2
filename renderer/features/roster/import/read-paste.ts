import type { RosterReading } from '#shared/contract/workbooks-registration.ts'
import { cellText } from '#shared/domain/roster/registration/cell-text.ts'
import { FIELD_WORDS, type Field } from '#shared/domain/roster/registration/fields.ts'
import type { Sheet } from '#shared/domain/roster/registration/grid.ts'
import type { Notice } from '#shared/domain/roster/registration/notice.ts'
import { readDelimited } from '#shared/domain/roster/registration/read-delimited.ts'
import { type Registration, readRegistration } from '#shared/domain/roster/registration/read-registration.ts'
import { noRosterWords, workbookFaultWords } from '#shared/domain/roster/registration/workbook-fault.ts'

/** A pasted block: a roster; no table at all, in words; or rows without a header, whose columns a person names. */
export type Pasted =
  | { readonly kind: 'read'; readonly reading: RosterReading }
  | { readonly kind: 'failed'; readonly words: string }
  | { readonly kind: 'headless'; readonly table: readonly (readonly string[])[] }

/** A block copied from Excel or WPS as a roster, read as a file is. */
export function readPaste(text: string, name: string): Pasted {
  const sheet = readDelimited(text, name)
  if (!sheet.ok) return { kind: 'failed', words: workbookFaultWords(sheet.error) }
  const read = readRegistration([sheet.value])
  if (read.ok) return { kind: 'read', reading: readingOf(read.value) }
  const table = sheet.value.rows.map(row => row.cells.map(cell => cellText(cell)))
  return Math.max(0, ...table.map(cells => cells.length)) > 1
    ? { kind: 'headless', table }
    : { kind: 'failed', words: noRosterWords(read.error) }
}

/**
 * Rows without a header, read by what a person says their columns are (null: not to be read); rows are numbered as they
 * were pasted. null where no column holds the names.
 */
export function readHeadless(
  table: readonly (readonly string[])[],
  fields: readonly (Field | null)[],
  name: string,
): RosterReading | null {
  const header = fields.map(field => (field === null ? '' : FIELD_WORDS[field]))
  const sheet: Sheet = {
    name,
    hidden: false,
    merges: [],
    rows: [header, ...table].map((texts, index) => ({
      number: index + 1,
      hidden: false,
      cells: texts.map(text => (text === '' ? null : { kind: 'text', text })),
    })),
  }
  const read = readRegistration([sheet])
  return read.ok ? withoutHeader(readingOf(read.value)) : null
}

function readingOf({ people, problems, notices, fields }: Registration): RosterReading {
  return { people, problems, notices, fields }
}

/** The same with every row one higher up: the header was put there. */
function withoutHeader({ people, problems, notices, fields }: RosterReading): RosterReading {
  const up = <Placed extends { readonly row: number }>(placed: Placed): Placed => ({
    ...placed,
    row: Math.max(1, placed.row - 1),
  })
  return { people: people.map(up), problems: problems.map(up), notices: notices.map(rowsUp), fields }
}

function rowsUp(notice: Notice): Notice {
  if (notice.code === 'same-name')
    return { ...notice, places: notice.places.map(({ sheet, row }) => ({ sheet, row: row - 1 })) }
  return 'rows' in notice ? { ...notice, rows: notice.rows.map(row => row - 1) } : notice
}
