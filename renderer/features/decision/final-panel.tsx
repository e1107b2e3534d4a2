import { Button, Stack, Text } from '@mantine/core'
import { IconPrinter } from '@tabler/icons-react'
import { useMemo } from 'react'
import { CutText } from '#renderer/components/cut-text.tsx'
import type { Column } from '#renderer/components/data-table/column.ts'
import { DataTable } from '#renderer/components/data-table/data-table.tsx'
import { EmptyNote } from '#renderer/components/empty-note.tsx'
import { Facts } from '#renderer/components/facts.tsx'
import { Panel } from '#renderer/components/panel.tsx'
import { PersonCell } from '#renderer/components/person-cell.tsx'
import { printTable } from '#renderer/components/print-table.ts'
import { useYearData } from '#renderer/db/hooks/use-year-data.ts'
import { DECISION } from '#renderer/strings/decision.ts'
import { type Outcome, outcomesOf } from '#shared/domain/decision/outcome.ts'
import { LEAVING_WORDS } from '#shared/domain/roster/words.ts'
import type { Scheme } from '#shared/domain/scheme/scheme.ts'
import type { Suggestion } from '#shared/domain/score/annual-score.ts'
import { FLAG_WORDS, SUGGESTION_WORDS } from '#shared/domain/score/words.ts'
import { GradeWord } from './grade-word.tsx'
import type { Standings } from './use-standings.ts'

const words = DECISION.final

/** Who is awarded, renewed or dismissed by the decided grades, and how far each of it is settled. */
export function FinalPanel({ standings }: Standings) {
  const { row, evaluation } = useYearData()
  const { scheme } = evaluation
  const outcomes = useMemo(
    () => outcomesOf(standings, scheme, row.year).toSorted((a, b) => gradeOrder(a, scheme) - gradeOrder(b, scheme)),
    [standings, scheme, row.year],
  )
  const columns = useMemo(() => finalColumns(row.year, scheme), [row.year, scheme])
  if (outcomes.length === 0)
    return (
      <Panel>
        <EmptyNote title={words.none} text={words.noneText} />
      </Panel>
    )
  const print = () =>
    printTable({
      title: words.printTitle(evaluation.title, row.sample),
      notes: [words.lead(final, standings.length) + (undecided > 0 ? words.undecided(undecided) : '')],
      heads: [words.person, words.unit, words.posting, words.grade, words.outcome, words.note, words.stage],
      rows: outcomes.map(outcome => [
        outcome.standing.instructor.name,
        outcome.standing.instructor.unit ?? '',
        outcome.standing.instructor.posting ?? '',
        outcome.grade?.label ?? DECISION.noGrade,
        consequenceWords(outcome),
        noteWords(outcome),
        DECISION.stages[outcome.standing.stage],
      ]),
    })
  const kinds = (Object.keys(SUGGESTION_WORDS) as Suggestion[]).flatMap(kind => {
    const count = outcomes.filter(outcome => outcome.consequences.includes(kind)).length
    return count === 0 ? [] : [{ label: SUGGESTION_WORDS[kind], value: words.people(count) }]
  })
  const final = outcomes.filter(outcome => outcome.standing.stage === 'final').length
  const undecided = standings.length - outcomes.length
  return (
    <Stack gap="md">
      {kinds.length > 0 && (
        <Panel title={words.summary} name="outcome-counts">
          <Facts facts={kinds} columns={4} />
        </Panel>
      )}
      <Panel
        title={words.title}
        name="final"
        flush
        aside={
          <Button size="xs" variant="default" leftSection={<IconPrinter size={14} />} onClick={print}>
            {words.print}
          </Button>
        }
      >
        <Text size="sm" c="dimmed" px="md" py="xs">
          {words.lead(final, standings.length)}
          {undecided > 0 && words.undecided(undecided)}
        </Text>
        <DataTable
          printedElsewhere
          label={words.title}
          columns={columns}
          rows={outcomes}
          rowKey={outcome => outcome.standing.instructor.id}
        />
      </Panel>
    </Stack>
  )
}

function finalColumns(year: number, scheme: Scheme): readonly Column<Outcome>[] {
  return [
    {
      id: 'name',
      title: words.person,
      cell: ({ standing: { instructor } }) => (
        <PersonCell to={`/${year}/people/${instructor.id}`} name={instructor.name} />
      ),
    },
    { id: 'unit', title: words.unit, cell: ({ standing }) => <CutText>{standing.instructor.unit}</CutText> },
    { id: 'posting', title: words.posting, whole: true, cell: ({ standing }) => standing.instructor.posting ?? '' },
    {
      id: 'grade',
      title: words.grade,
      whole: true,
      compare: (a, b) => gradeOrder(a, scheme) - gradeOrder(b, scheme),
      cell: ({ grade }) => <GradeWord id={grade?.id ?? null} scheme={scheme} />,
    },
    {
      id: 'outcome',
      title: words.outcome,
      cell: consequenceWords,
    },
    {
      id: 'note',
      title: words.note,
      cell: noteWords,
    },
    { id: 'stage', title: words.stage, whole: true, cell: ({ standing }) => DECISION.stages[standing.stage] },
  ]
}

function gradeOrder({ grade }: Outcome, scheme: Scheme): number {
  return grade ? scheme.grades.indexOf(grade) : scheme.grades.length
}

function consequenceWords({ consequences }: Outcome): string {
  return consequences.map(each => SUGGESTION_WORDS[each]).join('、') || words.nothing
}

function noteWords({ flags, standing: { instructor } }: Outcome): string {
  const { left } = instructor
  const gone = left ? [DECISION.list.left(left.date, LEAVING_WORDS[left.reason])] : []
  return [...flags.map(flag => FLAG_WORDS[flag]), ...gone].join('；')
}
