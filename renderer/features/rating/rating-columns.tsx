import { ActionIcon, Text } from '@mantine/core'
import { IconPencil } from '@tabler/icons-react'
import { CutText } from '#renderer/components/cut-text.tsx'
import type { Column } from '#renderer/components/data-table/column.ts'
import { MissingMark } from '#renderer/components/missing-mark.tsx'
import { PersonCell } from '#renderer/components/person-cell.tsx'
import { RATING } from '#renderer/strings/rating.ts'
import type { RatingComponent } from '#shared/domain/scheme/scheme.ts'
import type { SourceScore } from '#shared/domain/score/annual-score.ts'
import { type Rational, rational, roundHalfUp } from '#shared/lib/rational.ts'
import type { RatingRow } from './rating-rows.ts'

/** `onEdit` null where nothing may be changed. */
export function ratingColumns(
  year: number,
  component: RatingComponent,
  onEdit: ((row: RatingRow) => void) | null,
): readonly Column<RatingRow>[] {
  return [
    {
      id: 'name',
      title: RATING.person,
      cell: ({ instructor }) => <PersonCell to={`/${year}/people/${instructor.id}`} name={instructor.name} />,
    },
    {
      id: 'unit',
      title: RATING.unit,
      cell: ({ instructor }) => <CutText>{instructor.unit}</CutText>,
    },
    ...component.sources.map((source, index): Column<RatingRow> => {
      const own = (row: RatingRow) => row.sources[index]
      return {
        id: `source:${source.id}`,
        title: source.name,
        align: 'right',
        compare: (a, b) => compareScores(own(a)?.score, own(b)?.score),
        cell: row => <SourceCell part={own(row)} />,
      }
    }),
    {
      id: 'bonus',
      title: RATING.bonus,
      align: 'right',
      compare: (a, b) => rational(a.bonus).compare(b.bonus),
      cell: row => (row.bonus === '0.00' ? '—' : row.bonus),
    },
    {
      id: 'penalty',
      title: RATING.penalty,
      align: 'right',
      compare: (a, b) => rational(a.penalty).compare(b.penalty),
      cell: row => (row.penalty === '0.00' ? '—' : row.penalty),
    },
    {
      id: 'score',
      title: RATING.score,
      align: 'right',
      compare: (a, b) => rational(a.score ?? -1).compare(b.score ?? -1),
      cell: row => row.score ?? <MissingMark>{RATING.lacks}</MissingMark>,
    },
    ...(onEdit ? [editColumn(onEdit)] : []),
  ]
}

function editColumn(onEdit: (row: RatingRow) => void): Column<RatingRow> {
  return {
    id: 'edit',
    title: RATING.editTitle,
    width: 50,
    cell: row => (
      <ActionIcon
        variant="subtle"
        color="gray"
        aria-label={RATING.edit(row.instructor.name)}
        onClick={() => onEdit(row)}
      >
        <IconPencil size={16} />
      </ActionIcon>
    ),
  }
}

/** One source's score with the union that gave it, or why there is none. */
function SourceCell({ part }: { readonly part: SourceScore | undefined }) {
  if (!part || (part.score === null && !part.required))
    return (
      <Text span size="sm" c="dimmed">
        {RATING.notRequired}
      </Text>
    )
  if (part.score === null) return <MissingMark>{RATING.lacks}</MissingMark>
  const by = part.ratings.map(({ rating }) => rating.by).filter(name => name !== '')
  return (
    <>
      <Text span size="xs" c="dimmed" mr={6}>
        {by.join('、')}
      </Text>
      {roundHalfUp(part.score, 2)}
    </>
  )
}

function compareScores(a: Rational | null | undefined, b: Rational | null | undefined): number {
  return (a ?? rational(-1)).compare(b ?? rational(-1))
}
