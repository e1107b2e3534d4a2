import { Switch } from '@mantine/core'
import { useCallback, useMemo, useState } from 'react'
import { useNavigate } from 'react-router'
import type { Online } from '#renderer/collect/online/use-online.ts'
import { DataTable } from '#renderer/components/data-table/data-table.tsx'
import { Facts } from '#renderer/components/facts.tsx'
import { Panel } from '#renderer/components/panel.tsx'
import { useYearData } from '#renderer/db/hooks/use-year-data.ts'
import { RATING } from '#renderer/strings/rating.ts'
import type { Instructor } from '#shared/domain/roster/instructor.ts'
import { componentFor } from '#shared/domain/scheme/effective-scheme.ts'
import type { RatingComponent } from '#shared/domain/scheme/scheme.ts'
import { BoardPanel } from './board-panel.tsx'
import { MergeDrawer } from './merge-drawer.tsx'
import { ratingColumns } from './rating-columns.tsx'
import { RatingDrawer } from './rating-drawer.tsx'
import { lacksRating, ratingRows } from './rating-rows.ts'
import { UnplacedNotice } from './unplaced-notice.tsx'
import { useDuties } from './use-duties.ts'

type RatingPanelProps = {
  readonly component: RatingComponent
  readonly online: Online | null
  /** Opens the table of one union; null where nothing may be changed. */
  readonly onGrid: ((union: string) => void) | null
  /** Whether a person's form is open. */
  readonly onEditing: (editing: boolean) => void
}

/** One rating component: which unions have reported, how many each source has rated, and everyone's ratings. */
export function RatingPanel({ component, online, onGrid, onEditing }: RatingPanelProps) {
  const { row, evaluation, score } = useYearData()
  const { duties, unions } = useDuties(component)
  const [editing, setEditing] = useState<Instructor | null>(null)
  const [merging, setMerging] = useState(false)
  const navigate = useNavigate()
  const [onlyMissing, setOnlyMissing] = useState(false)
  const rows = useMemo(() => ratingRows(score, component.id), [score, component.id])
  const shown = useMemo(() => (onlyMissing ? rows.filter(lacksRating) : rows), [rows, onlyMissing])
  const editable = onGrid !== null
  const edit = useCallback(
    (person: Instructor | null) => {
      setEditing(person)
      onEditing(person !== null)
    },
    [onEditing],
  )
  const merge = (open: boolean) => {
    setMerging(open)
    onEditing(open)
  }
  const columns = useMemo(
    () => ratingColumns(row.year, component, editable ? each => edit(each.instructor) : null),
    [row.year, component, editable, edit],
  )
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
      {editable && <UnplacedNotice component={component} duties={duties} />}
      <BoardPanel
        component={component}
        unions={unions}
        online={online}
        onGrid={onGrid}
        onMerge={editable && unions.some(({ by }) => by !== '') ? () => merge(true) : null}
      />
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
      {merging && <MergeDrawer component={component} onClose={() => merge(false)} />}
      {editing && (
        <RatingDrawer
          key={editing.id}
          component={componentFor(evaluation.scheme, component, editing.posting)}
          instructor={editing}
          onClose={() => edit(null)}
        />
      )}
    </>
  )
}
