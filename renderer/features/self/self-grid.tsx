import { Text } from '@mantine/core'
import { useMemo, useState } from 'react'
import { SchemePartSelect } from '#renderer/collect/scheme-part-select.tsx'
import { schemeParts } from '#renderer/collect/scheme-parts.ts'
import { EditGrid } from '#renderer/components/edit-grid/edit-grid.tsx'
import type { GridColumn } from '#renderer/components/edit-grid/grid-column.ts'
import { useYearData } from '#renderer/db/hooks/use-year-data.ts'
import { personLabels } from '#renderer/strings/person-labels.ts'
import { SELF } from '#renderer/strings/self.ts'
import type { Instructor } from '#shared/domain/roster/instructor.ts'
import type { SelfComponent } from '#shared/domain/scheme/scheme.ts'
import { formFaultWords } from '#shared/domain/self/form/form-fault-words.ts'
import { selfCellFault, selfCellsTotal } from '#shared/domain/self/self-entry.ts'
import { WORKLOAD_FIELDS, WORKLOAD_WORDS } from '#shared/domain/self/workload.ts'
import { roundHalfUp } from '#shared/lib/rational.ts'
import { type GridSelf, useSelfGrid } from './use-self-grid.ts'

const keyOf = ({ instructor }: GridSelf) => instructor.id
type NameOf = (row: GridSelf) => string

/** Work figures and scores as a spreadsheet: everyone's who is asked for the same indicators. */
export function SelfGrid({ component }: { readonly component: SelfComponent }) {
  const { scheme, instructors } = useYearData().evaluation
  const parts = useMemo(() => schemeParts(scheme, component, instructors), [scheme, component, instructors])
  const [chosen, setChosen] = useState('')
  const part = parts.find(each => each.key === chosen) ?? parts[0]
  return (
    part && (
      <>
        <SchemePartSelect parts={parts} value={part.key} onChange={setChosen} />
        <PartGrid key={part.key} component={part.component} people={part.people} />
      </>
    )
  )
}

type PartGridProps = { readonly component: SelfComponent; readonly people: readonly Instructor[] }

function PartGrid({ component, people }: PartGridProps) {
  const { rows, ready, onEdit } = useSelfGrid(component, people)
  const { instructors } = useYearData().evaluation
  const nameOf = useMemo((): NameOf => {
    const labels = personLabels(instructors)
    return ({ instructor }) => labels.get(instructor.id) ?? instructor.name
  }, [instructors])
  const columns = useMemo(() => gridColumns(component, nameOf), [component, nameOf])
  if (!ready) return null
  const unsaved = rows.filter(row => row.held).length
  return (
    <>
      <Text size="sm" c={unsaved > 0 ? 'var(--pingyi-lack)' : 'dimmed'} mb="xs">
        {unsaved > 0 ? SELF.unsaved(unsaved) : SELF.gridLead}
      </Text>
      <EditGrid label={SELF.list} columns={columns} rows={rows} rowKey={keyOf} rowName={nameOf} onEdit={onEdit} />
    </>
  )
}

function gridColumns(component: SelfComponent, nameOf: NameOf): readonly GridColumn<GridSelf>[] {
  const figure = (id: string, title: string, note: string, width: number): GridColumn<GridSelf> => ({
    id,
    title,
    note,
    width,
    kind: 'number',
    text: ({ cells }) => cells[id] ?? '',
    problem: ({ cells }) => {
      const fault = selfCellFault(id, cells, component)
      return fault && formFaultWords(fault)
    },
  })
  const scored = component.indicators?.map(each => ({ ...each, id: `score:${each.id}` })) ?? [
    { id: 'score', name: SELF.drawerOverall, points: '100' },
  ]
  return [
    { id: 'name', title: SELF.person, kind: 'fixed', width: 78, text: nameOf },
    ...WORKLOAD_FIELDS.map(field =>
      figure(`work:${field}`, WORKLOAD_WORDS[field].label, SELF.workUnit(WORKLOAD_WORDS[field].unit), 66),
    ),
    ...scored.map(({ id, name, points }) => figure(id, name, SELF.points(points), 78)),
    ...(component.indicators
      ? [
          {
            id: 'total',
            title: SELF.total,
            kind: 'fixed' as const,
            width: 60,
            text: ({ cells }: GridSelf) => {
              const total = selfCellsTotal(cells, component)
              return total === null ? '' : roundHalfUp(total, 2)
            },
          },
        ]
      : []),
  ]
}
