import { CutText } from '#renderer/components/cut-text.tsx'
import type { Column } from '#renderer/components/data-table/column.ts'
import { PersonCell } from '#renderer/components/person-cell.tsx'
import { BALLOT } from '#renderer/strings/ballot.ts'
import { countOf } from '#shared/domain/ballot/combine-tallies.ts'
import type { BallotComponent } from '#shared/domain/scheme/scheme.ts'
import { rational } from '#shared/lib/rational.ts'
import { marksIn, type TallyRow } from './tally-rows.ts'

/** A column per option (or the spread of a points scale), then what did not mark. */
export function tallyColumns(year: number, component: BallotComponent, oneGroup: boolean): readonly Column<TallyRow>[] {
  const number = (id: string, title: string, value: (row: TallyRow) => number): Column<TallyRow> => ({
    id,
    title,
    align: 'right',
    compare: (a, b) => value(a) - value(b),
    cell: value,
  })
  const { scale } = component
  const peers = component.groups.some(group => group.peers)
  return [
    {
      id: 'name',
      title: BALLOT.person,
      cell: ({ instructor }) => <PersonCell to={`/${year}/people/${instructor.id}`} name={instructor.name} />,
    },
    {
      id: 'unit',
      title: BALLOT.unit,
      cell: ({ instructor }) => <CutText>{instructor.unit}</CutText>,
    },
    ...(scale.kind === 'grades'
      ? scale.options.map(option => number(option.id, option.label, row => countOf(row.counts.marks, option.id)))
      : [
          number('marks', BALLOT.marks, row => marksIn(row.counts)),
          pointColumn('lowest', BALLOT.lowest, keys => keys[0]),
          pointColumn('highest', BALLOT.highest, keys => keys.at(-1)),
        ]),
    number('abstain', BALLOT.abstain, row => row.counts.abstain),
    number('invalid', BALLOT.invalid, row => row.counts.invalid),
    ...(peers ? [number('self', BALLOT.self, row => row.counts.self)] : []),
    number('ballots', BALLOT.ballots, row => marksIn(row.counts) + row.counts.abstain + row.counts.invalid),
    ...(oneGroup
      ? [
          {
            id: 'mean',
            title: BALLOT.mean,
            align: 'right' as const,
            compare: (a: TallyRow, b: TallyRow) => rational(a.mean ?? -1).compare(b.mean ?? -1),
            cell: (row: TallyRow) => row.mean ?? BALLOT.noVotes,
          },
        ]
      : []),
  ]
}

function pointColumn(
  id: string,
  title: string,
  pick: (ascending: readonly string[]) => string | undefined,
): Column<TallyRow> {
  return {
    id,
    title,
    align: 'right',
    cell: row => pick(Object.keys(row.counts.marks).sort((a, b) => rational(a).compare(b))) ?? '—',
  }
}
