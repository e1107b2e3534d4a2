import { Button } from '@mantine/core'
import { useMemo } from 'react'
import { Link, useNavigate } from 'react-router'
import { DataTable } from '#renderer/components/data-table/data-table.tsx'
import { EmptyNote } from '#renderer/components/empty-note.tsx'
import { Facts } from '#renderer/components/facts.tsx'
import { Page } from '#renderer/components/page.tsx'
import { Panel } from '#renderer/components/panel.tsx'
import { useYearData } from '#renderer/db/hooks/use-year-data.ts'
import { DECISION } from '#renderer/strings/decision.ts'
import { lastDecisions } from '#shared/domain/decision/decision.ts'
import { decisionColumns } from './decision-columns.tsx'
import { decisionRows } from './decision-rows.ts'

/** What people have decided so far, in the order it was recorded, read only. */
export function DecisionPage() {
  const { row, evaluation } = useYearData()
  const navigate = useNavigate()
  const rows = useMemo(() => decisionRows(evaluation), [evaluation])
  const columns = useMemo(() => decisionColumns(row.year, evaluation.scheme), [row.year, evaluation.scheme])
  const last = [...lastDecisions(evaluation.decisions).values()]
  return (
    <Page
      name="decision"
      title={DECISION.title}
      lead={DECISION.lead}
      actions={
        <Button component={Link} to={`/${row.year}/score`} variant="default">
          {DECISION.toScore}
        </Button>
      }
    >
      <Panel>
        <Facts
          columns={4}
          facts={[
            { label: DECISION.decided, value: last.length },
            { label: DECISION.undecided, value: evaluation.instructors.length - last.length },
            {
              label: DECISION.changed,
              value: last.filter(each => each.proposed !== undefined && each.proposed !== each.final).length,
            },
          ]}
        />
      </Panel>
      <Panel title={DECISION.list} flush>
        {rows.length === 0 ? (
          <EmptyNote title={DECISION.none} text={DECISION.noneText} />
        ) : (
          <DataTable
            label={DECISION.list}
            columns={columns}
            rows={rows}
            rowKey={each => String(each.index)}
            onOpen={each => navigate(`/${row.year}/people/${each.decision.instructor}`)}
          />
        )}
      </Panel>
    </Page>
  )
}
