import { SegmentedControl, Select } from '@mantine/core'
import { useMemo, useState } from 'react'
import { useNavigate } from 'react-router'
import { DataTable } from '#renderer/components/data-table/data-table.tsx'
import { Panel } from '#renderer/components/panel.tsx'
import { useYearData } from '#renderer/db/hooks/use-year-data.ts'
import { BALLOT } from '#renderer/strings/ballot.ts'
import type { BallotComponent } from '#shared/domain/scheme/scheme.ts'
import { tallyColumns } from './tally-columns.tsx'
import { tallyRows } from './tally-rows.ts'

const ALL = ''

/** Everyone's counts, by group and indicator. */
export function TallyPanel({ component }: { readonly component: BallotComponent }) {
  const { row, score } = useYearData()
  const navigate = useNavigate()
  const [group, setGroup] = useState(ALL)
  const [indicator, setIndicator] = useState<string>(component.indicators[0]?.id ?? '')
  const rows = useMemo(
    () => tallyRows(score, component.id, indicator, group === ALL ? null : group),
    [score, component.id, indicator, group],
  )
  const columns = useMemo(() => tallyColumns(row.year, component, group !== ALL), [row.year, component, group])
  return (
    <Panel
      title={BALLOT.tallies}
      flush
      aside={
        <>
          {component.indicators.length > 1 && (
            <Select
              aria-label={BALLOT.indicator}
              size="xs"
              w={200}
              allowDeselect={false}
              data={component.indicators.map(each => ({ value: each.id, label: each.name }))}
              value={indicator}
              onChange={value => setIndicator(value ?? indicator)}
            />
          )}
          <SegmentedControl
            aria-label={BALLOT.group}
            size="xs"
            data={[
              { value: ALL, label: BALLOT.allGroups },
              ...component.groups.map(each => ({ value: each.id, label: `${each.id} ${each.name}` })),
            ]}
            value={group}
            onChange={setGroup}
          />
        </>
      }
    >
      <DataTable
        label={BALLOT.tallies}
        columns={columns}
        rows={rows}
        rowKey={each => each.instructor.id}
        onOpen={each => navigate(`/${row.year}/people/${each.instructor.id}`)}
      />
    </Panel>
  )
}
