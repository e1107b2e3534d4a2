import { Group, Stack, Text } from '@mantine/core'
import { useMemo, useRef } from 'react'
import { EditGrid } from '#renderer/components/edit-grid/edit-grid.tsx'
import type { CellChange } from '#renderer/components/edit-grid/grid-column.ts'
import { StateMark } from '#renderer/components/state-mark.tsx'
import { useYearData } from '#renderer/db/hooks/use-year-data.ts'
import { useTellingChange } from '#renderer/editing/use-telling-change.ts'
import { MANUAL_COUNTS } from '#renderer/strings/manual-counts.ts'
import type { CountCells } from '#shared/domain/ballot/manual-counts/count-cells.ts'
import { type CountsPlace, keyCounts, openPile, reconciles } from '#shared/domain/ballot/manual-counts/key-counts.ts'
import type { Meeting } from '#shared/domain/ballot/meeting.ts'
import type { Pile } from '#shared/domain/ballot/pile.ts'
import type { BallotComponent } from '#shared/domain/scheme/scheme.ts'
import { countColumns } from './count-columns.tsx'
import { type CountRow, countRows, type Pending, pendingKey } from './count-rows.ts'

const words = MANUAL_COUNTS.counts

type CountsGridProps = {
  readonly meeting: Meeting
  readonly component: BallotComponent
  readonly place: CountsPlace
  readonly pile: Pile
  readonly pending: Pending
  readonly onPending: (change: (pending: Pending) => Pending) => void
  readonly readOnly: boolean
}

/** Everybody's counts of one group and indicator. A row enters the year when it balances, and leaves it when it does not. */
export function CountsGrid({ meeting, component, place, pile, pending, onPending, readOnly }: CountsGridProps) {
  const { instructors, scheme } = useYearData().evaluation
  const change = useTellingChange()
  const known = useRef<ReturnType<typeof countRows>>(new Map())
  const rows = useMemo(() => {
    known.current = countRows(instructors, meeting, component, place, pending, known.current)
    return [...known.current.values()].map(source => source.row)
  }, [instructors, meeting, component, place, pending])
  const columns = useMemo(() => countColumns(component, pile), [component, pile])
  const settled = rows.filter(row => row.settled).length
  const unsettled = rows.filter(row => !row.settled && Object.values(row.cells).some(text => text !== '')).length

  const edit = async (changes: readonly CellChange[]) => {
    const typed = new Map<string, CountCells>()
    for (const { row, column, text } of changes) {
      const before = typed.get(row) ?? known.current.get(row)?.row.cells ?? {}
      typed.set(row, { ...before, [column]: text })
    }
    onPending(held => ({
      ...held,
      ...Object.fromEntries([...typed].map(([id, cells]) => [pendingKey(place, id), cells])),
    }))
    const touched = meeting.tallies.some(
      tally => tally.group === place.group && tally.indicator === place.indicator && typed.has(tally.instructor),
    )
    const balanced = [...typed.values()].some(cells => reconciles(cells, pile, component))
    if (!touched && !balanced) return
    let kept: ReadonlyMap<string, CountCells> = new Map()
    const done = await change(
      words.act(place.group),
      evaluation => {
        const now = evaluation.meetings.find(each => each.id === meeting.id)
        const open = now && openPile(now, component, place.group, scheme.minGroupBallots)
        if (!now || !open || open.valid !== pile.valid) return 'conflict'
        const keyed = keyCounts(now, component, place, open, typed)
        kept = keyed.pending
        return {
          ...evaluation,
          meetings: evaluation.meetings.map(each => (each === now ? { ...now, tallies: keyed.tallies } : each)),
        }
      },
      true,
    )
    if (!done) return
    // What the year holds now is typed no more, unless it was typed over meanwhile.
    onPending(held =>
      Object.fromEntries(
        Object.entries(held).filter(
          ([key, cells]) =>
            ![...typed].some(([id, own]) => pendingKey(place, id) === key && own === cells && !kept.has(id)),
        ),
      ),
    )
  }
  return (
    <Stack gap="xs">
      <Group gap="lg">
        <StateMark tone={settled === rows.length ? 'complete' : 'quiet'}>
          {settled === rows.length ? words.all : words.progress(settled, rows.length)}
        </StateMark>
        {unsettled > 0 && (
          <Text size="sm" fw={600} c="var(--pingyi-lack)">
            {words.pending(unsettled)}
          </Text>
        )}
      </Group>
      <EditGrid
        label={`${words.group} ${place.group}`}
        columns={columns}
        rows={rows}
        rowKey={rowKey}
        rowName={rowName}
        onEdit={changes => void edit(changes)}
        readOnly={readOnly}
      />
    </Stack>
  )
}

function rowKey(row: CountRow): string {
  return row.instructor.id
}

function rowName(row: CountRow): string {
  return row.instructor.name
}
