import { Switch } from '@mantine/core'
import { useMemo, useState } from 'react'
import { useNavigate } from 'react-router'
import { DataTable } from '#renderer/components/data-table/data-table.tsx'
import { EmptyNote } from '#renderer/components/empty-note.tsx'
import { Facts } from '#renderer/components/facts.tsx'
import { Page } from '#renderer/components/page.tsx'
import { Panel } from '#renderer/components/panel.tsx'
import { useYearData } from '#renderer/db/hooks/use-year-data.ts'
import { SELF } from '#renderer/strings/self.ts'
import { selfColumns } from './self-columns.tsx'
import { isIncomplete, type SelfRow, selfRows } from './self-rows.ts'

/** Who has handed in what, read only. */
export function SelfPage() {
  const data = useYearData()
  const navigate = useNavigate()
  const [onlyMissing, setOnlyMissing] = useState(false)
  const rows = useMemo(() => selfRows(data), [data])
  const columns = useMemo(() => selfColumns(data.row.year), [data.row.year])
  const shown = useMemo(() => (onlyMissing ? rows.filter(isIncomplete) : rows), [rows, onlyMissing])
  if (rows.length === 0)
    return (
      <Page name="self" title={SELF.title}>
        <Panel>
          <EmptyNote title={SELF.none} text={SELF.noneText} />
        </Panel>
      </Page>
    )
  return (
    <Page name="self" title={SELF.title} lead={SELF.lead}>
      <Panel>
        <Facts facts={selfFacts(rows)} />
      </Panel>
      <Panel
        title={SELF.list}
        flush
        aside={
          <Switch
            label={SELF.onlyMissing}
            checked={onlyMissing}
            onChange={event => setOnlyMissing(event.currentTarget.checked)}
          />
        }
      >
        <DataTable
          label={SELF.list}
          columns={columns}
          rows={shown}
          rowKey={row => row.instructor.id}
          onOpen={row => navigate(`/${data.row.year}/people/${row.instructor.id}?from=roster`)}
          empty={SELF.allComplete}
        />
      </Panel>
    </Page>
  )
}

function selfFacts(rows: readonly SelfRow[]) {
  const figure = (id: 'visits' | 'contracts') =>
    rows.reduce((total, row) => total + (row.record?.workload?.[id] ?? 0), 0)
  return [
    {
      label: SELF.received,
      value: rows.filter(row => row.record !== null).length,
      note: SELF.receivedNote(rows.length),
    },
    { label: SELF.noScore, value: rows.filter(row => row.score === null).length },
    { label: SELF.noSummary, value: rows.filter(row => row.summaryLength === 0).length },
    { label: SELF.visits, value: figure('visits') },
    { label: SELF.contracts, value: figure('contracts') },
  ]
}
