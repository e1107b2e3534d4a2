import { useMemo } from 'react'
import { useNavigate } from 'react-router'
import { DataTable } from '#renderer/components/data-table/data-table.tsx'
import { Panel } from '#renderer/components/panel.tsx'
import { useYearData } from '#renderer/db/hooks/use-year-data.ts'
import { SCORE } from '#renderer/strings/score.ts'
import { linesBetween } from './grade-lines.ts'
import { figureColumns, gradeColumn, rankColumn, remarksColumn } from './score-columns.tsx'
import { rankedRows, type ScoreRow } from './score-rows.ts'

const words = SCORE.ranking

/** Who has a rank, best first, with the grade lines drawn where they fall. */
export function RankingPanel() {
  const data = useYearData()
  const navigate = useNavigate()
  const { year } = data.row
  const { scheme } = data.evaluation
  const rows = useMemo(() => rankedRows(data), [data])
  const columns = useMemo(
    () => [rankColumn(), ...figureColumns(year, scheme), gradeColumn(scheme), remarksColumn(scheme, words.remarks)],
    [year, scheme],
  )
  const above = (row: ScoreRow, before: ScoreRow | undefined) => {
    const lines = linesBetween(before, row, scheme.grades, rows)
    return lines.length === 0 ? null : lines.join('　')
  }
  return (
    <Panel title={words.title} name="ranking" flush>
      <DataTable
        printedElsewhere
        label={words.title}
        columns={columns}
        rows={rows}
        rowKey={row => row.person.instructor.id}
        onOpen={row => navigate(`/${year}/people/${row.person.instructor.id}`)}
        above={above}
        empty={words.nobody}
      />
    </Panel>
  )
}
