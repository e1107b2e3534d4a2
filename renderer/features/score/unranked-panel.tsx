import { Text } from '@mantine/core'
import { useMemo } from 'react'
import { useNavigate } from 'react-router'
import { DataTable } from '#renderer/components/data-table/data-table.tsx'
import { Panel } from '#renderer/components/panel.tsx'
import { useYearData } from '#renderer/db/hooks/use-year-data.ts'
import { SCORE } from '#renderer/strings/score.ts'
import { figureColumns, gradeColumn, remarksColumn } from './score-columns.tsx'
import { unrankedRows } from './score-rows.ts'

const words = SCORE.unranked

/** Who has no rank, apart from the ranking, with the reason. */
export function UnrankedPanel() {
  const data = useYearData()
  const navigate = useNavigate()
  const { year } = data.row
  const { scheme } = data.evaluation
  const rows = useMemo(() => unrankedRows(data), [data])
  const columns = useMemo(
    () => [...figureColumns(year, scheme), gradeColumn(scheme), remarksColumn(scheme, words.reason)],
    [year, scheme],
  )
  if (rows.length === 0) return null
  return (
    <Panel
      title={words.title}
      name="unranked"
      flush
      aside={
        <Text size="sm" c="dimmed">
          {words.aside}
        </Text>
      }
    >
      <DataTable
        printedElsewhere
        label={words.title}
        columns={columns}
        rows={rows}
        rowKey={row => row.person.instructor.id}
        onOpen={row => navigate(`/${year}/people/${row.person.instructor.id}`)}
      />
    </Panel>
  )
}
