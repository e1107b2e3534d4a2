import { Group, Switch, Text } from '@mantine/core'
import { useMemo, useState } from 'react'
import type { Column } from '#renderer/components/data-table/column.ts'
import { DataTable } from '#renderer/components/data-table/data-table.tsx'
import { PersonCell } from '#renderer/components/person-cell.tsx'
import { toneOf } from '#renderer/components/tone.ts'
import { ToneBadge } from '#renderer/components/tone-badge.tsx'
import { PUBLICATION } from '#renderer/strings/publication.ts'
import type { Scheme } from '#shared/domain/scheme/scheme.ts'
import type { AnnualScore } from '#shared/domain/score/annual-score.ts'
import type { ScoreChange } from '#shared/domain/score/compare-scores.ts'
import { rational } from '#shared/lib/rational.ts'
import { proposedWords } from '#shared/sheets/score-words.ts'

type ChangesTableProps = {
  readonly label: string
  readonly year: number
  readonly changes: readonly ScoreChange[]
  readonly before: Scheme
  readonly after: Scheme
}

/** Each person's total, rank and proposed grade under two schemes, side by side. */
export function ChangesTable({ label, year, changes, before, after }: ChangesTableProps) {
  const [onlyChanged, setOnlyChanged] = useState(true)
  const changed = useMemo(() => changes.filter(isChanged), [changes])
  const regraded = changed.filter(change => change.gradeChanged).length
  const columns = useMemo(() => columnsOf(year, before, after), [year, before, after])
  return (
    <>
      <Group justify="space-between" px="md" py="xs">
        <Text size="sm" role="status">
          {changed.length === 0
            ? PUBLICATION.unchanged
            : PUBLICATION.changedPeople(changes.length, changed.length, regraded)}
        </Text>
        <Switch
          size="sm"
          label={PUBLICATION.onlyChanged}
          checked={onlyChanged}
          onChange={event => setOnlyChanged(event.currentTarget.checked)}
        />
      </Group>
      {(changed.length > 0 || !onlyChanged) && (
        <DataTable
          label={label}
          columns={columns}
          rows={onlyChanged ? changed : changes}
          rowKey={({ person }) => person.instructor.id}
        />
      )}
    </>
  )
}

function isChanged(change: ScoreChange): boolean {
  return change.totalChanged || change.rankChanged || change.gradeChanged
}

function columnsOf(year: number, before: Scheme, after: Scheme): readonly Column<ScoreChange>[] {
  const figure = (id: string, title: string, text: (change: ScoreChange) => string | null, marked: Marked) => ({
    id,
    title,
    align: 'right' as const,
    whole: true,
    cell: (change: ScoreChange) => <Figure text={text(change)} marked={marked?.(change) ?? false} />,
    compare: (a: ScoreChange, b: ScoreChange) => rational(text(a) ?? '-1').compare(text(b) ?? '-1'),
  })
  const grade = (id: string, title: string, scheme: Scheme, own: (change: ScoreChange) => AnnualScore) => ({
    id,
    title,
    whole: true,
    cell: (change: ScoreChange) => <GradeBadge person={own(change)} scheme={scheme} />,
  })
  return [
    {
      id: 'name',
      title: PUBLICATION.person,
      cell: ({ person: { instructor } }) => (
        <PersonCell to={`/${year}/people/${instructor.id}`} name={instructor.name} />
      ),
    },
    figure('old-total', PUBLICATION.oldTotal, change => change.before.printedTotal, null),
    figure(
      'new-total',
      PUBLICATION.newTotal,
      change => change.person.printedTotal,
      change => change.totalChanged,
    ),
    figure('old-rank', PUBLICATION.oldRank, change => rankText(change.before), null),
    figure(
      'new-rank',
      PUBLICATION.newRank,
      change => rankText(change.person),
      change => change.rankChanged,
    ),
    grade('old-grade', PUBLICATION.oldGrade, before, change => change.before),
    grade('new-grade', PUBLICATION.newGrade, after, change => change.person),
  ]
}

type Marked = ((change: ScoreChange) => boolean) | null

function rankText({ rank }: AnnualScore): string | null {
  return rank === null ? null : String(rank)
}

function Figure({ text, marked }: { readonly text: string | null; readonly marked: boolean }) {
  return (
    <Text span inherit {...(marked && { fw: 700, td: 'underline' })}>
      {text ?? PUBLICATION.none}
    </Text>
  )
}

function GradeBadge({ person, scheme }: { readonly person: AnnualScore; readonly scheme: Scheme }) {
  const place = scheme.grades.findIndex(grade => grade.id === person.proposed?.id)
  return <ToneBadge tone={toneOf(place, scheme.grades.length)}>{proposedWords(person)}</ToneBadge>
}
