import { Switch } from '@mantine/core'
import { useMemo, useState } from 'react'
import { useNavigate } from 'react-router'
import { DataTable } from '#renderer/components/data-table/data-table.tsx'
import { Facts } from '#renderer/components/facts.tsx'
import { Panel } from '#renderer/components/panel.tsx'
import { useYearData } from '#renderer/db/hooks/use-year-data.ts'
import { RATING } from '#renderer/strings/rating.ts'
import type { RatingComponent } from '#shared/domain/scheme/scheme.ts'
import { ratingColumns } from './rating-columns.tsx'
import { lacksRating, ratingRows } from './rating-rows.ts'

/** One rating component: how many each source has rated, and everyone's ratings. */
export function RatingPanel({ component }: { readonly component: RatingComponent }) {
  const { row, score } = useYearData()
  const navigate = useNavigate()
  const [onlyMissing, setOnlyMissing] = useState(false)
  const rows = useMemo(() => ratingRows(score, component.id), [score, component.id])
  const shown = useMemo(() => (onlyMissing ? rows.filter(lacksRating) : rows), [rows, onlyMissing])
  const columns = useMemo(() => ratingColumns(row.year, component), [row.year, component])
  const facts = component.sources.map((source, index) => {
    const required = rows.filter(each => each.sources[index]?.required)
    return {
      label: RATING.reported(source.name),
      value: required.filter(each => each.sources[index]?.score !== null).length,
      note: RATING.reportedNote(required.length),
    }
  })
  return (
    <>
      <Panel>
        <Facts facts={facts} columns={4} />
      </Panel>
      <Panel
        title={RATING.list(component.name)}
        flush
        aside={
          <Switch
            label={RATING.onlyMissing}
            checked={onlyMissing}
            onChange={event => setOnlyMissing(event.currentTarget.checked)}
          />
        }
      >
        <DataTable
          label={RATING.list(component.name)}
          columns={columns}
          rows={shown}
          rowKey={each => each.instructor.id}
          onOpen={each => navigate(`/${row.year}/people/${each.instructor.id}`)}
          empty={RATING.allComplete}
        />
      </Panel>
    </>
  )
}
