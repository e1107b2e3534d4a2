import { Group, NativeSelect, Text } from '@mantine/core'
import { useMemo, useState } from 'react'
import { SchemePartSelect } from '#renderer/collect/scheme-part-select.tsx'
import { schemeParts } from '#renderer/collect/scheme-parts.ts'
import { EditGrid } from '#renderer/components/edit-grid/edit-grid.tsx'
import type { GridColumn } from '#renderer/components/edit-grid/grid-column.ts'
import { Panel } from '#renderer/components/panel.tsx'
import { useYearData } from '#renderer/db/hooks/use-year-data.ts'
import { personLabels } from '#renderer/strings/person-labels.ts'
import { RATING } from '#renderer/strings/rating.ts'
import { ratingCellFault, ratingCellsTotal } from '#shared/domain/rating/rating-entry.ts'
import type { RatingComponent, Scheme } from '#shared/domain/scheme/scheme.ts'
import { formFaultWords } from '#shared/domain/self/form/form-fault-words.ts'
import { roundHalfUp } from '#shared/lib/rational.ts'
import { unionKey, useDuties } from './use-duties.ts'
import { type GridRating, useRatingGrid } from './use-rating-grid.ts'

type RatingGridPanelProps = {
  readonly component: RatingComponent
  /** Whose rows are shown first; '' for all. */
  readonly first: string
}

const keyOf = ({ key }: GridRating) => key
type NameOf = (row: GridRating) => string

/** A component's ratings as a spreadsheet, all of them or one union's. */
export function RatingGridPanel({ component, first }: RatingGridPanelProps) {
  const { scheme, instructors } = useYearData().evaluation
  const { duties, unions } = useDuties(component)
  const [union, setUnion] = useState(first)
  // The rows that a union had when it was chosen: one whose union is typed over does not vanish under the hands.
  const [own, setOwn] = useState<ReadonlySet<string> | null>(() => rowsOf(duties, first))
  const { rows, ready, onEdit } = useRatingGrid(component, duties)
  const parts = useMemo(() => schemeParts(scheme, component, instructors), [scheme, component, instructors])
  const [chosen, setChosen] = useState('')
  const inUnion = useMemo(
    () => (own === null ? rows : rows.filter(row => own.has(row.duty.instructor.id + row.duty.source.id))),
    [rows, own],
  )
  const rated = new Set(inUnion.map(row => row.duty.instructor))
  const offered = parts.filter(part => part.people.some(person => rated.has(person)))
  const part = offered.find(each => each.key === chosen) ?? offered[0] ?? parts[0]
  const asked = part?.component ?? component
  const nameOf = useMemo((): NameOf => {
    const labels = personLabels(instructors)
    return ({ duty: { instructor } }) => labels.get(instructor.id) ?? instructor.name
  }, [instructors])
  const columns = useMemo(() => gridColumns(asked, scheme, nameOf), [asked, scheme, nameOf])
  const shown = useMemo(() => {
    const people = new Set(part?.people)
    return inUnion.filter(row => people.has(row.duty.instructor))
  }, [inUnion, part])
  if (!ready) return null
  const unsaved = rows.filter(row => row.held).length
  return (
    <Panel name="rating-grid">
      <Group justify="space-between" mb="xs" wrap="nowrap">
        <Text size="sm" c={unsaved > 0 ? 'var(--pingyi-lack)' : 'dimmed'}>
          {unsaved > 0 ? RATING.unsaved(unsaved) : RATING.gridLead}
        </Text>
        <SchemePartSelect parts={offered} value={part?.key ?? ''} onChange={setChosen} />
        <NativeSelect
          size="xs"
          w={240}
          flex="none"
          aria-label={RATING.gridUnion}
          value={union}
          onChange={event => {
            setUnion(event.currentTarget.value)
            setOwn(rowsOf(duties, event.currentTarget.value))
          }}
          data={[
            { value: '', label: RATING.gridAll },
            ...unions.map(each => ({
              value: unionKey(each),
              label: RATING.drawerDuty(each.source.name, each.by === '' ? RATING.unnamed : each.by),
            })),
          ]}
        />
      </Group>
      <EditGrid
        label={RATING.list(component.name)}
        columns={columns}
        rows={shown}
        rowKey={keyOf}
        rowName={nameOf}
        onEdit={onEdit}
      />
    </Panel>
  )
}

/** Whom and by which source a union rates; null for all. */
function rowsOf(duties: ReturnType<typeof useDuties>['duties'], union: string): ReadonlySet<string> | null {
  if (union === '') return null
  return new Set(duties.filter(duty => unionKey(duty) === union).map(duty => duty.instructor.id + duty.source.id))
}

function gridColumns(component: RatingComponent, scheme: Scheme, nameOf: NameOf): readonly GridColumn<GridRating>[] {
  const cell = (
    id: string,
    kind: 'number' | 'text',
    title: string,
    width: number,
    more: Partial<GridColumn<GridRating>> = {},
  ): GridColumn<GridRating> => ({
    id,
    title,
    kind,
    width,
    text: ({ cells }) => cells[id] ?? '',
    problem: ({ cells, bounds }) => {
      const fault = ratingCellFault(id, cells, bounds)
      return fault && formFaultWords(fault)
    },
    ...more,
  })
  const scored = component.indicators?.map(each => ({ ...each, id: `score:${each.id}` })) ?? [
    { id: 'score', name: RATING.drawerOverall, points: '100' },
  ]
  const total: GridColumn<GridRating> = {
    id: 'total',
    title: RATING.total,
    kind: 'fixed',
    width: 60,
    text: ({ cells }) => {
      const sum = ratingCellsTotal(cells, component)
      return sum === null ? '' : roundHalfUp(sum, 2)
    },
  }
  const { adjustments } = scheme
  return [
    { id: 'name', title: RATING.person, kind: 'fixed', width: 84, text: nameOf },
    { id: 'source', title: RATING.source, kind: 'fixed', width: 84, text: ({ duty }) => duty.source.name },
    cell('by', 'text', RATING.union, 170),
    ...scored.map(({ id, name, points }) => cell(id, 'number', name, 78, { note: RATING.points(points) })),
    ...(component.indicators ? [total] : []),
    cell('months', 'number', RATING.months, 60, { note: RATING.monthsNote }),
    ...(adjustments
      ? [
          cell('bonus', 'number', RATING.bonus, 66, { note: RATING.atMost(adjustments.maxBonus) }),
          cell('penalty', 'number', RATING.penalty, 66, { note: RATING.atMost(adjustments.maxPenalty) }),
          cell('reason', 'text', RATING.reason, 160),
        ]
      : []),
    cell('comment', 'text', RATING.comment, 200),
    cell('proposed', 'text', RATING.proposed, 84, { choices: scheme.grades.map(grade => grade.label) }),
  ]
}
