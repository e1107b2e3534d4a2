import { CutText } from '#renderer/components/cut-text.tsx'
import type { Column } from '#renderer/components/data-table/column.ts'
import { maskPhone } from '#renderer/components/mask-phone.ts'
import { PersonCell } from '#renderer/components/person-cell.tsx'
import { toneOf } from '#renderer/components/tone.ts'
import { ToneBadge } from '#renderer/components/tone-badge.tsx'
import { ROSTER } from '#renderer/strings/roster.ts'
import type { Instructor } from '#shared/domain/roster/instructor.ts'
import { KIND_WORDS, LEVEL_WORDS } from '#shared/domain/roster/words.ts'
import type { Scheme } from '#shared/domain/scheme/scheme.ts'

/** The registration form's columns as far as they are known. `numbers` are the places in the roster, from 1. */
export function rosterColumns(
  year: number,
  scheme: Scheme,
  numbers: ReadonlyMap<string, number>,
): readonly Column<Instructor>[] {
  const numberOf = (person: Instructor) => numbers.get(person.id) ?? 0
  return [
    {
      id: 'number',
      title: ROSTER.number,
      align: 'right',
      width: 50,
      cell: numberOf,
    },
    {
      id: 'name',
      title: ROSTER.name,
      cell: person => <PersonCell to={`/${year}/people/${person.id}?from=roster`} name={person.name} />,
    },
    { id: 'sex', title: ROSTER.sex, whole: true, cell: person => person.sex },
    {
      id: 'birthYear',
      title: ROSTER.birthYear,
      align: 'right',
      compare: (a, b) => (a.birthYear ?? 0) - (b.birthYear ?? 0),
      cell: person => person.birthYear,
    },
    { id: 'kind', title: ROSTER.kind, whole: true, cell: person => KIND_WORDS.get(person.kind) ?? person.kind },
    {
      id: 'level',
      title: ROSTER.level,
      whole: true,
      cell: person => LEVEL_WORDS.get(person.level ?? '') ?? person.level,
    },
    {
      id: 'posting',
      title: ROSTER.posting,
      whole: true,
      compare: (a, b) => (a.posting ?? '').localeCompare(b.posting ?? '', 'zh-CN'),
      cell: person => person.posting,
    },
    { id: 'unit', title: ROSTER.unit, cell: person => <CutText>{person.unit}</CutText> },
    {
      id: 'term',
      title: ROSTER.term,
      whole: true,
      compare: (a, b) => (a.engagedTo ?? '').localeCompare(b.engagedTo ?? ''),
      cell: ({ engagedFrom, engagedTo }) =>
        engagedFrom && engagedTo ? ROSTER.until(engagedFrom, engagedTo) : (engagedFrom ?? engagedTo),
    },
    { id: 'phone', title: ROSTER.phone, whole: true, cell: person => person.phone && maskPhone(person.phone) },
    { id: 'lastGrade', title: ROSTER.lastGrade, whole: true, cell: person => lastGrade(person, year, scheme) },
  ]
}

function lastGrade(person: Instructor, year: number, { grades }: Scheme) {
  const last = person.history?.find(entry => entry.year === year - 1)?.grade
  if (last === undefined) return null
  const index = grades.findIndex(grade => grade.id === last)
  return <ToneBadge tone={toneOf(index, grades.length)}>{grades[index]?.label ?? last}</ToneBadge>
}
