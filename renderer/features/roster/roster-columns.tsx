import { ActionIcon, Group, Text } from '@mantine/core'
import { IconPencil } from '@tabler/icons-react'
import { CutText } from '#renderer/components/cut-text.tsx'
import type { Column } from '#renderer/components/data-table/column.ts'
import { PersonCell } from '#renderer/components/person-cell.tsx'
import { PhoneLines } from '#renderer/components/phone-lines.tsx'
import { toneOf } from '#renderer/components/tone.ts'
import { ToneBadge } from '#renderer/components/tone-badge.tsx'
import { ROSTER } from '#renderer/strings/roster.ts'
import { termState } from '#shared/domain/roster/edit/term-state.ts'
import type { Instructor } from '#shared/domain/roster/instructor.ts'
import { KIND_WORDS, LEAVING_WORDS, LEVEL_WORDS } from '#shared/domain/roster/words.ts'
import type { Scheme } from '#shared/domain/scheme/scheme.ts'

export type RosterColumns = {
  readonly year: number
  readonly scheme: Scheme
  readonly numbers: ReadonlyMap<string, number>
  readonly today: string
  /** null where the year is closed. */
  readonly onEdit: ((person: Instructor) => void) | null
}

/** The registration form's columns as far as they are known. `numbers` are the places in the roster, from 1. */
export function rosterColumns({ year, scheme, numbers, today, onEdit }: RosterColumns): readonly Column<Instructor>[] {
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
      cell: person => <Name person={person} year={year} onEdit={onEdit} />,
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
    { id: 'unit', title: ROSTER.unit, cell: person => <CutText width={180}>{person.unit}</CutText> },
    {
      id: 'term',
      title: ROSTER.term,
      compare: (a, b) => (a.engagedTo ?? '').localeCompare(b.engagedTo ?? ''),
      cell: person => <Term person={person} today={today} />,
    },
    { id: 'phone', title: ROSTER.phone, cell: person => <PhoneLines phone={person.phone} /> },
    { id: 'lastGrade', title: ROSTER.lastGrade, whole: true, cell: person => lastGrade(person, year, scheme) },
  ]
}

type NameProps = { readonly person: Instructor; readonly year: number; readonly onEdit: RosterColumns['onEdit'] }

/** The name, which leads to the person, with the button that opens the form; who went carries the day. */
function Name({ person, year, onEdit }: NameProps) {
  return (
    <>
      <Group gap={4} wrap="nowrap">
        <PersonCell to={`/${year}/people/${person.id}?from=roster`} name={person.name} />
        {onEdit && (
          <ActionIcon
            variant="subtle"
            color="gray"
            size="sm"
            aria-label={ROSTER.edit(person.name)}
            onClick={() => onEdit(person)}
          >
            <IconPencil size={14} />
          </ActionIcon>
        )}
      </Group>
      {person.left && (
        <Text size="xs" c="dimmed" style={{ whiteSpace: 'nowrap' }}>
          {ROSTER.left(LEAVING_WORDS[person.left.reason], person.left.date)}
        </Text>
      )}
    </>
  )
}

const WHOLE = { whiteSpace: 'nowrap' } as const

/** A term with a mark where it is over or soon will be; of who has left there is nothing to renew. */
function Term({ person, today }: { readonly person: Instructor; readonly today: string }) {
  const { engagedFrom, engagedTo } = person
  const state = person.left ? 'running' : termState(engagedTo, today)
  return (
    // Where the page is narrow the term is two lines, so that the columns after it stay in sight.
    <div>
      {engagedFrom && engagedTo && <span style={WHOLE}>{ROSTER.from(engagedFrom)}</span>}{' '}
      <span style={WHOLE}>{engagedTo ?? engagedFrom}</span>{' '}
      {state !== 'running' && (
        <Text span size="xs" fw={600} style={WHOLE} c={state === 'ended' ? 'red' : 'var(--pingyi-lack)'}>
          {ROSTER.termMarks[state]}
        </Text>
      )}
    </div>
  )
}

function lastGrade(person: Instructor, year: number, { grades }: Scheme) {
  const last = person.history?.find(entry => entry.year === year - 1)?.grade
  if (last === undefined) return null
  const index = grades.findIndex(grade => grade.id === last)
  return <ToneBadge tone={toneOf(index, grades.length)}>{grades[index]?.label ?? last}</ToneBadge>
}
