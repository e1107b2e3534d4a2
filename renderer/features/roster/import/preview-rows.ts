import type { RosterReading } from '#shared/contract/workbooks-registration.ts'
import type { ImportChoice, ImportEntry } from '#shared/domain/roster/edit/apply-import.ts'
import { type Match, matchPeople } from '#shared/domain/roster/edit/match-people.ts'
import type { Instructor } from '#shared/domain/roster/instructor.ts'
import { FIELD_WORDS, type Field } from '#shared/domain/roster/registration/fields.ts'
import type { Scheme } from '#shared/domain/scheme/scheme.ts'

export type ReadPerson = RosterReading['people'][number]

/** One person of a form in the preview. */
export type PreviewRow = {
  /** The place in the form, from 0. */
  readonly place: number
  readonly read: ReadPerson
  readonly match: Match
  /** null: a person has to choose. */
  readonly choice: ImportChoice | null
  /** What the scheme's quota needs of everybody and this person lacks, were they added. */
  readonly lacks: 'level' | 'posting' | null
}

/** What was chosen by hand, by the place in the form. */
export type Choices = ReadonlyMap<number, ImportChoice>

/** Everybody of a form with what is to be done with them: as it follows from the match, or as was chosen. */
export function previewRows(
  reading: RosterReading,
  roster: readonly Instructor[],
  scheme: Scheme,
  choices: Choices,
): readonly PreviewRow[] {
  const by = scheme.excellentQuota?.by
  return matchPeople(roster, reading.people).flatMap((match, place) => {
    const read = reading.people[place]
    if (!read) return []
    const lacks = (by === 'level' || by === 'posting') && read.instructor[by] === undefined ? by : null
    const wanted = choices.get(place) ?? usualChoice(match)
    const choice: ImportChoice | null = wanted?.kind === 'add' && lacks !== null ? { kind: 'skip' } : wanted
    return [{ place, read, match, choice, lacks }]
  })
}

function usualChoice(match: Match): ImportChoice | null {
  if (match.kind === 'new') return { kind: 'add' }
  if (match.kind === 'same') return { kind: 'skip' }
  return match.kind === 'changed' ? { kind: 'update', person: match.person } : null
}

export type PreviewCounts = {
  readonly add: number
  readonly update: number
  readonly same: number
  readonly unsure: number
  readonly skip: number
}

/** How many are added, changed, the same, still to be decided, and left out. */
export function previewCounts(rows: readonly PreviewRow[]): PreviewCounts {
  const counts = { add: 0, update: 0, same: 0, unsure: 0, skip: 0 }
  for (const row of rows) counts[stateOf(row)] += 1
  return counts
}

/** What becomes of a row, in one word. */
export function stateOf({ choice, match }: PreviewRow): keyof PreviewCounts {
  if (choice === null) return 'unsure'
  return choice.kind === 'skip' && match.kind === 'same' ? 'same' : choice.kind
}

/** The rows as the import takes them. */
export function entriesOf(rows: readonly PreviewRow[]): readonly ImportEntry[] {
  return rows.map(({ read, choice }) => ({
    instructor: read.instructor,
    kindStated: read.kindStated,
    choice: choice ?? { kind: 'skip' },
  }))
}

/** Who is added without the form saying 专职 or 兼职. */
export function withoutKind(rows: readonly PreviewRow[]): number {
  return rows.filter(row => row.choice?.kind === 'add' && !row.read.kindStated).length
}

const EXPECTED: readonly (readonly Field[])[] = [
  ['sex'],
  ['age', 'birth'],
  ['education'],
  ['training'],
  ['unit'],
  ['term', 'engagedFrom', 'engagedTo'],
  ['phone'],
  ['kind'],
  ['level'],
  ['posting'],
]

/** The columns that the form does not have, by their names on the registration form. */
export function missingColumns(fields: readonly Field[]): readonly string[] {
  return EXPECTED.filter(any => !any.some(field => fields.includes(field))).map(([first]) =>
    first ? FIELD_WORDS[first] : '',
  )
}
