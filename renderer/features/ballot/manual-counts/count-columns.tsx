import { Text } from '@mantine/core'
import type { GridColumn } from '#renderer/components/edit-grid/grid-column.ts'
import { MANUAL_COUNTS } from '#renderer/strings/manual-counts.ts'
import { ballotsIn, isBlank, markCell, readCells } from '#shared/domain/ballot/manual-counts/count-cells.ts'
import type { Pile } from '#shared/domain/ballot/pile.ts'
import type { BallotComponent } from '#shared/domain/scheme/scheme.ts'
import type { CountRow } from './count-rows.ts'

const words = MANUAL_COUNTS.counts

/** A cell per option (or one list of a points scale's numbers), then what did not mark, then whether the row balances. */
export function countColumns(component: BallotComponent, pile: Pile): readonly GridColumn<CountRow>[] {
  const { scale } = component
  const number = (id: string, title: string): GridColumn<CountRow> => ({
    id,
    title,
    kind: 'number',
    width: 78,
    text: row => row.cells[id] ?? '',
    problem: row => cellProblem(row, id, component),
  })
  return [
    { id: 'name', title: words.person, kind: 'fixed', width: 110, text: row => row.instructor.name },
    { id: 'posting', title: words.posting, kind: 'fixed', width: 120, text: row => row.instructor.posting ?? '' },
    ...(scale.kind === 'grades'
      ? scale.options.map(option => number(markCell(option.id), option.label))
      : [
          {
            ...number('marks', words.marks),
            kind: 'text' as const,
            note: words.marksNote,
            width: 260,
          },
        ]),
    number('abstain', words.abstain),
    number('invalid', words.invalid),
    ...(pile.peers ? [number('self', words.self)] : []),
    {
      id: 'sum',
      title: words.sum,
      kind: 'fixed',
      width: 130,
      text: row => sumText(row, component, pile),
      show: row => (
        <Text span inherit c={row.settled ? 'dimmed' : 'var(--pingyi-lack)'} fw={row.settled ? 400 : 600}>
          {sumText(row, component, pile)}
        </Text>
      ),
    },
  ]
}

function cellProblem(row: CountRow, cell: string, component: BallotComponent): string | null {
  const counts = readCells(row.cells, component)
  return !counts.ok && counts.error.cell === cell ? words.problems[counts.error.kind] : null
}

function sumText({ cells }: CountRow, component: BallotComponent, pile: Pile): string {
  if (isBlank(cells)) return ''
  const counts = readCells(cells, component)
  if (!counts.ok) return '—'
  const total = ballotsIn(counts.value)
  const gap = pile.valid - total
  if (gap === 0) return `${total} / ${pile.valid}`
  return `${total} / ${pile.valid} ${gap > 0 ? words.short(gap) : words.over(-gap)}`
}
