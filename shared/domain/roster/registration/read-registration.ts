import { type Instructor, type InstructorKind, instructorSchema } from '#shared/domain/roster/instructor.ts'
import { failure, type Result, success } from '#shared/lib/result.ts'
import type { Field } from './fields.ts'
import { type FoundSheet, findHeaders } from './find-headers.ts'
import type { Sheet } from './grid.ts'
import type { FormHead } from './head-fields.ts'
import type { Notice } from './notice.ts'
import { cellFault, type Problem } from './problem.ts'
import { type ReadSheet, readSheet, type SheetPerson } from './read-sheet.ts'

export type ReadInstructor = {
  readonly instructor: Instructor
  readonly sheet: string
  readonly row: number
  /** Whether a cell or a title says 专职 or 兼职; otherwise the kind is only assumed. */
  readonly kindStated: boolean
}

/** A roster as it was understood, for a preview: nothing is changed by it. */
export type Registration = {
  readonly heads: readonly (FormHead & { readonly sheet: string })[]
  readonly people: readonly ReadInstructor[]
  readonly problems: readonly Problem[]
  readonly notices: readonly Notice[]
  /** The columns that were found and read in any sheet. */
  readonly fields: readonly Field[]
}

export type RegistrationOptions = {
  /** What people are whom neither a cell nor a title calls 专职 or 兼职; left out: 专职, with a notice. */
  readonly kind?: InstructorKind
}

/** Why a workbook holds no roster: no sheet has a header, or only a hidden one. */
export type NoRoster = { readonly code: 'no-header' } | { readonly code: 'only-hidden'; readonly sheet: string }

// A form with most of the nine columns; beside one, a list of a few columns (签到表, 名单) is not a second roster.
const FORM_FIELDS = 5

/**
 * The roster in a workbook's sheets, in the Dalian registration form or an office's own (FORMS.md). Ids are `i01`, `i02`
 * … in the order of sheets and rows, as wide as the count needs. Hidden sheets are not read, hidden rows are.
 * A cell that would have to be guessed is a problem and is left out; without a name, or with a 专职/兼职 that cannot be
 * read, the row is. A row equal to an earlier one in everything is a problem and is left out.
 */
export function readRegistration(
  sheets: readonly Sheet[],
  options: RegistrationOptions = {},
): Result<Registration, NoRoster> {
  const found = sheets.map(findHeaders).filter(sheet => sheet.headers.length > 0)
  const shown = found.filter(({ view }) => !view.sheet.hidden)
  const [hidden] = found
  if (shown.length === 0)
    return failure(hidden ? { code: 'only-hidden', sheet: hidden.view.sheet.name } : { code: 'no-header' })
  const forms = shown.filter(sheet => sheet.strength >= FORM_FIELDS)
  const chosen = forms.length > 0 ? forms : shown
  const read = chosen.map(readSheet)

  const { people, problems: repeated } = withoutRepeats(read)
  const fallback = options.kind ?? 'full-time'
  const width = Math.max(2, String(people.length).length)
  const instructors = people.map((person, index) => ({
    instructor: toInstructor(person, `i${String(index + 1).padStart(width, '0')}`, person.kind ?? fallback),
    sheet: person.sheet,
    row: person.row,
    kindStated: person.kind !== null,
  }))
  const assumed = options.kind ? 0 : people.filter(person => person.kind === null).length
  return success({
    heads: read.map(sheet => ({ ...sheet.head, sheet: sheet.name })),
    people: instructors,
    problems: inOrder(read, [...read.flatMap(sheet => sheet.problems), ...repeated]),
    notices: [
      ...(assumed > 0 ? [{ code: 'kind-assumed' as const, kind: fallback, count: assumed }] : []),
      ...sameNames(instructors),
      ...read.flatMap(sheetNotices),
      ...otherSheets(sheets, chosen),
    ],
    fields: [...new Set(read.flatMap(sheet => sheet.fields))],
  })
}

function withoutRepeats(sheets: readonly ReadSheet[]): { people: readonly SheetPerson[]; problems: Problem[] } {
  const seen = new Map<string, SheetPerson>()
  const problems: Problem[] = []
  const labels = new Map(sheets.map(sheet => [sheet.name, sheet.nameLabel]))
  const people = sheets.flatMap(sheet => sheet.people)
  const kept = people.filter(person => {
    const { sheet, row, ...content } = person
    const key = JSON.stringify(content)
    const first = seen.get(key)
    if (!first) {
      seen.set(key, person)
      return true
    }
    const where = first.sheet === sheet ? '' : first.sheet
    problems.push({
      ...cellFault('duplicate-row', { row: first.row, sheet: where, name: person.name }),
      sheet,
      row,
      column: labels.get(sheet) ?? '',
    })
    return false
  })
  return { people: kept, problems }
}

function toInstructor(person: SheetPerson, id: string, kind: InstructorKind): Instructor {
  const { name, sex, birthYear, education, training, unit, level, posting, from, to, phone } = person
  return instructorSchema.parse({
    id,
    name,
    ...(sex !== null && { sex }),
    ...(birthYear !== null && { birthYear }),
    ...(education !== null && { education }),
    ...(training !== null && { training }),
    ...(unit !== null && { unit }),
    kind,
    ...(level !== null && { level }),
    ...(posting !== null && { posting }),
    ...(from !== null && { engagedFrom: from }),
    ...(to !== null && { engagedTo: to }),
    ...(phone !== null && { phone }),
  })
}

function inOrder(read: readonly ReadSheet[], problems: readonly Problem[]): readonly Problem[] {
  const order = new Map(read.map((sheet, index) => [sheet.name, index]))
  return [...problems].sort((a, b) => (order.get(a.sheet) ?? 0) - (order.get(b.sheet) ?? 0) || a.row - b.row)
}

function sameNames(people: readonly ReadInstructor[]): readonly Notice[] {
  const places = new Map<string, { sheet: string; row: number }[]>()
  for (const { instructor, sheet, row } of people) {
    const list = places.get(instructor.name) ?? []
    list.push({ sheet, row })
    places.set(instructor.name, list)
  }
  return [...places]
    .filter(([, list]) => list.length > 1)
    .map(([name, list]) => ({ code: 'same-name' as const, name, places: list }))
}

function sheetNotices(sheet: ReadSheet): readonly Notice[] {
  const blanks = [...sheet.blank].map(([column, rows]) => ({ code: 'blank' as const, sheet: sheet.name, column, rows }))
  return [
    ...blanks,
    ...(sheet.hiddenRows.length > 0
      ? [{ code: 'hidden-rows' as const, sheet: sheet.name, rows: sheet.hiddenRows }]
      : []),
    ...(sheet.unread.length > 0 ? [{ code: 'unread-columns' as const, sheet: sheet.name, columns: sheet.unread }] : []),
  ]
}

function otherSheets(sheets: readonly Sheet[], chosen: readonly FoundSheet[]): readonly Notice[] {
  return sheets
    .filter(sheet => sheet.rows.length > 0 && !chosen.some(({ view }) => view.sheet === sheet))
    .map(sheet => ({ code: sheet.hidden ? ('hidden-sheet' as const) : ('other-sheet' as const), sheet: sheet.name }))
}
