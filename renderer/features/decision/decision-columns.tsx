import { Text } from '@mantine/core'
import { CutText } from '#renderer/components/cut-text.tsx'
import type { Column } from '#renderer/components/data-table/column.ts'
import { PersonCell } from '#renderer/components/person-cell.tsx'
import { toneOf } from '#renderer/components/tone.ts'
import { ToneBadge } from '#renderer/components/tone-badge.tsx'
import { DECISION } from '#renderer/strings/decision.ts'
import type { Scheme } from '#shared/domain/scheme/scheme.ts'
import type { DecisionRow } from './decision-rows.ts'

export function decisionColumns(year: number, scheme: Scheme): readonly Column<DecisionRow>[] {
  return [
    { id: 'date', title: DECISION.date, whole: true, width: 100, cell: row => row.decision.date },
    {
      id: 'name',
      title: DECISION.person,
      cell: ({ decision, instructor }) => (
        <PersonCell to={`/${year}/people/${decision.instructor}`} name={instructor?.name ?? decision.instructor} />
      ),
    },
    { id: 'unit', title: DECISION.unit, cell: ({ instructor }) => <CutText>{instructor?.unit}</CutText> },
    { id: 'kind', title: DECISION.kind, whole: true, cell: row => DECISION.kinds[row.decision.kind] },
    {
      id: 'proposed',
      title: DECISION.proposed,
      whole: true,
      cell: ({ decision }) =>
        decision.proposed === undefined ? '—' : <GradeWord id={decision.proposed} scheme={scheme} />,
    },
    {
      id: 'final',
      title: DECISION.final,
      whole: true,
      cell: ({ decision }) => <GradeWord id={decision.final} scheme={scheme} />,
    },
    {
      id: 'reason',
      title: DECISION.reason,
      cell: ({ decision }) => (
        <>
          {decision.reason || '—'}
          {decision.clause && (
            <Text size="xs" c="dimmed">
              {DECISION.clause}：{decision.clause}
            </Text>
          )}
        </>
      ),
    },
    { id: 'by', title: DECISION.by, whole: true, cell: row => row.decision.by },
  ]
}

function GradeWord({ id, scheme }: { readonly id: string | null; readonly scheme: Scheme }) {
  const index = scheme.grades.findIndex(grade => grade.id === id)
  return (
    <ToneBadge tone={toneOf(index, scheme.grades.length)}>
      {id === null ? DECISION.noGrade : (scheme.grades[index]?.label ?? id)}
    </ToneBadge>
  )
}
