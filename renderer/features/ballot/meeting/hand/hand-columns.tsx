import { Text } from '@mantine/core'
import type { GridColumn } from '#renderer/components/edit-grid/grid-column.ts'
import { MANUAL_COUNTS } from '#renderer/strings/manual-counts.ts'
import { MEETING } from '#renderer/strings/meeting.ts'
import {
  ballotsIn,
  type CountCells,
  isBlank,
  markCell,
  readCells,
} from '#shared/domain/ballot/manual-counts/count-cells.ts'
import type { MeetingSetUp } from '#shared/domain/ballot/set-up/meeting-set-up.ts'
import type { BallotComponent } from '#shared/domain/scheme/scheme.ts'

const words = MANUAL_COUNTS.counts

/** One person and indicator of a counter's sheet. */
export type HandGridRow = {
  readonly key: string
  readonly name: string
  readonly indicator: string
  readonly cells: CountCells
}

/** A cell per option, then what did not mark, then whether the row adds up to `valid`. */
export function handColumns(
  component: BallotComponent,
  setUp: MeetingSetUp,
  peers: boolean,
  valid: number | null,
): readonly GridColumn<HandGridRow>[] {
  const { scale } = component
  const number = (id: string, title: string): GridColumn<HandGridRow> => ({
    id,
    title,
    kind: 'number',
    width: 78,
    text: row => row.cells[id] ?? '',
    problem: row => {
      const counts = readCells(row.cells, component)
      return !counts.ok && counts.error.cell === id ? words.problems[counts.error.kind] : null
    },
  })
  return [
    { id: 'name', title: words.person, kind: 'fixed', width: 110, text: row => row.name },
    ...(setUp.indicators.length > 1
      ? [
          {
            id: 'indicator',
            title: words.indicator,
            kind: 'fixed' as const,
            width: 130,
            text: (row: HandGridRow) => row.indicator,
          },
        ]
      : []),
    ...(scale.kind === 'grades'
      ? scale.options.map(option => number(markCell(option.id), option.label))
      : [{ ...number('marks', words.marks), kind: 'text' as const, note: words.marksNote, width: 260 }]),
    number('abstain', words.abstain),
    number('invalid', words.invalid),
    ...(peers ? [number('self', words.self)] : []),
    {
      id: 'sum',
      title: words.sum,
      kind: 'fixed',
      width: 120,
      text: row => sumText(row, component, valid).text,
      show: row => {
        const { text, fits } = sumText(row, component, valid)
        return (
          <Text span inherit c={fits ? 'dimmed' : 'var(--pingyi-lack)'} fw={fits ? 400 : 600}>
            {text}
          </Text>
        )
      },
    },
  ]
}

function sumText(
  { cells }: HandGridRow,
  component: BallotComponent,
  valid: number | null,
): { readonly text: string; readonly fits: boolean } {
  if (isBlank(cells) || valid === null) return { text: '', fits: true }
  const counts = readCells(cells, component)
  if (!counts.ok) return { text: MEETING.hand.unread, fits: false }
  const total = ballotsIn(counts.value)
  const gap = valid - total
  const text = `${total} / ${valid}`
  return { text: gap === 0 ? text : `${text} ${gap > 0 ? words.short(gap) : words.over(-gap)}`, fits: gap === 0 }
}
