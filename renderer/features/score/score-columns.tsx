import { Stack, Text } from '@mantine/core'
import { CutText } from '#renderer/components/cut-text.tsx'
import type { Column } from '#renderer/components/data-table/column.ts'
import { MissingMark } from '#renderer/components/missing-mark.tsx'
import { PersonCell } from '#renderer/components/person-cell.tsx'
import { toneOf } from '#renderer/components/tone.ts'
import { ToneBadge } from '#renderer/components/tone-badge.tsx'
import { SCORE } from '#renderer/strings/score.ts'
import { KIND_WORDS } from '#shared/domain/roster/words.ts'
import type { Scheme } from '#shared/domain/scheme/scheme.ts'
import { fullRemarks, proposedWords } from '#shared/sheets/score-words.ts'
import { byDecimal, type ScoreRow } from './score-rows.ts'

const words = SCORE.ranking

/** Name, each component, bonus, penalty and total: what both tables of the page share. */
export function figureColumns(year: number, scheme: Scheme): readonly Column<ScoreRow>[] {
  return [
    {
      id: 'name',
      title: words.person,
      cell: ({ person }) => <PersonCell to={`/${year}/people/${person.instructor.id}`} name={person.instructor.name} />,
    },
    {
      id: 'posting',
      title: words.posting,
      cell: ({ person }) => <CutText width={110}>{person.instructor.posting ?? person.instructor.unit}</CutText>,
    },
    {
      id: 'kind',
      title: words.kind,
      whole: true,
      cell: ({ person }) => KIND_WORDS.get(person.instructor.kind) ?? person.instructor.kind,
    },
    ...scheme.components.map((component): Column<ScoreRow> => {
      const own = (row: ScoreRow) => row.result.components.find(part => part.id === component.id)?.score
      return {
        id: `component:${component.id}`,
        title: component.name,
        align: 'right',
        compare: (a, b) => byDecimal(own(a), own(b)),
        cell: row => own(row) ?? <MissingMark>{words.lacks}</MissingMark>,
      }
    }),
    { id: 'bonus', title: words.bonus, align: 'right', cell: row => <Quiet>{row.result.bonus}</Quiet> },
    { id: 'penalty', title: words.penalty, align: 'right', cell: row => <Quiet>{row.result.penalty}</Quiet> },
    {
      id: 'total',
      title: words.total,
      align: 'right',
      compare: (a, b) => byDecimal(a.result.total, b.result.total),
      cell: row => <strong>{row.result.total ?? '—'}</strong>,
    },
  ]
}

/** A nought stands back, so that the few that are not noughts are seen. */
function Quiet({ children }: { readonly children: string }) {
  return (
    <Text span inherit {...(children === '0.00' && { c: 'dimmed' })}>
      {children}
    </Text>
  )
}

export function rankColumn(): Column<ScoreRow> {
  return {
    id: 'rank',
    title: words.rank,
    align: 'right',
    width: 56,
    compare: (a, b) => (a.result.rank ?? 0) - (b.result.rank ?? 0),
    cell: row => row.result.rank,
  }
}

export function gradeColumn(scheme: Scheme): Column<ScoreRow> {
  return {
    id: 'grade',
    title: words.grade,
    whole: true,
    cell: ({ person, result }) => (
      <ToneBadge
        tone={toneOf(
          scheme.grades.findIndex(grade => grade.id === result.proposed),
          scheme.grades.length,
        )}
      >
        {proposedWords(person)}
      </ToneBadge>
    ),
  }
}

/** Flags and notes in words, one a line. */
export function remarksColumn(scheme: Scheme, title: string): Column<ScoreRow> {
  return {
    id: 'remarks',
    title,
    cell: ({ person }) => (
      <Stack gap={0} miw={130}>
        {fullRemarks(person, scheme).map(line => (
          <Text key={line} size="xs">
            {line}
          </Text>
        ))}
      </Stack>
    ),
  }
}
