import { Button, Text } from '@mantine/core'
import { IconPrinter } from '@tabler/icons-react'
import { useMemo } from 'react'
import { useNavigate } from 'react-router'
import { CutText } from '#renderer/components/cut-text.tsx'
import type { Column } from '#renderer/components/data-table/column.ts'
import { DataTable } from '#renderer/components/data-table/data-table.tsx'
import { EmptyNote } from '#renderer/components/empty-note.tsx'
import { Panel } from '#renderer/components/panel.tsx'
import { PersonCell } from '#renderer/components/person-cell.tsx'
import { printTable } from '#renderer/components/print-table.ts'
import { useYearData } from '#renderer/db/hooks/use-year-data.ts'
import { DECISION } from '#renderer/strings/decision.ts'
import type { Decision } from '#shared/domain/decision/decision.ts'
import type { Instructor } from '#shared/domain/roster/instructor.ts'
import type { Scheme } from '#shared/domain/scheme/scheme.ts'
import { gradeWords } from '#shared/sheets/score-words.ts'
import { GradeWord } from './grade-word.tsx'

const words = DECISION.record

type RecordRow = { readonly index: number; readonly decision: Decision; readonly instructor: Instructor | undefined }

/** Every entry in the order it was made. */
export function RecordPanel() {
  const { row, evaluation } = useYearData()
  const navigate = useNavigate()
  const { decisions, instructors, scheme } = evaluation
  const rows = useMemo(() => {
    const people = new Map(instructors.map(person => [person.id, person]))
    return decisions.map((decision, index) => ({ index, decision, instructor: people.get(decision.instructor) }))
  }, [decisions, instructors])
  const columns = useMemo(() => recordColumns(row.year, scheme), [row.year, scheme])
  const print = () =>
    printTable({
      title: words.printTitle(evaluation.title, row.sample),
      heads: [words.date, words.person, words.kind, words.proposed, words.final, words.reason, words.clause, words.by],
      rows: rows.map(({ decision, instructor }) => [
        decision.date,
        instructor?.name ?? decision.instructor,
        DECISION.kinds[decision.kind],
        decision.proposed === undefined ? '' : gradeText(decision.proposed, scheme),
        gradeText(decision.final, scheme),
        decision.reason ?? '',
        decision.clause ?? '',
        decision.by,
      ]),
    })
  return (
    <Panel
      title={words.title}
      name="record"
      flush
      aside={
        rows.length > 0 && (
          <Button size="xs" variant="default" leftSection={<IconPrinter size={14} />} onClick={print}>
            {words.print}
          </Button>
        )
      }
    >
      {rows.length === 0 ? (
        <EmptyNote title={words.none} text={words.noneText} />
      ) : (
        <DataTable
          printedElsewhere
          label={words.title}
          columns={columns}
          rows={rows}
          rowKey={each => String(each.index)}
          onOpen={each => navigate(`/${row.year}/people/${each.decision.instructor}`)}
        />
      )}
    </Panel>
  )
}

function recordColumns(year: number, scheme: Scheme): readonly Column<RecordRow>[] {
  return [
    { id: 'date', title: words.date, whole: true, width: 100, cell: row => row.decision.date },
    {
      id: 'name',
      title: words.person,
      cell: ({ decision, instructor }) => (
        <PersonCell to={`/${year}/people/${decision.instructor}`} name={instructor?.name ?? decision.instructor} />
      ),
    },
    { id: 'unit', title: words.unit, cell: ({ instructor }) => <CutText>{instructor?.unit}</CutText> },
    { id: 'kind', title: words.kind, whole: true, cell: row => DECISION.kinds[row.decision.kind] },
    {
      id: 'proposed',
      title: words.proposed,
      whole: true,
      cell: ({ decision }) =>
        decision.proposed === undefined ? '—' : <GradeWord id={decision.proposed} scheme={scheme} />,
    },
    {
      id: 'final',
      title: words.final,
      whole: true,
      cell: ({ decision }) => <GradeWord id={decision.final} scheme={scheme} />,
    },
    {
      id: 'reason',
      title: words.reason,
      cell: ({ decision }) => (
        <>
          {decision.reason || '—'}
          {decision.clause && (
            <Text size="xs" c="dimmed">
              {words.clause}：{decision.clause}
            </Text>
          )}
        </>
      ),
    },
    { id: 'by', title: words.by, whole: true, cell: row => row.decision.by },
  ]
}

function gradeText(id: string | null, scheme: Scheme): string {
  return id === null ? DECISION.noGrade : gradeWords(id, scheme)
}
