import type { GridColumn } from '#renderer/components/edit-grid/grid-column.ts'
import { MANUAL_COUNTS } from '#renderer/strings/manual-counts.ts'
import type { BallotComponent } from '#shared/domain/scheme/scheme.ts'
import { FIGURES, type FigureRow, VOIDED } from './figures-form.ts'

const words = MANUAL_COUNTS.form

/** The words for how a group is counted, and back. */
export function handlings(component: BallotComponent): ReadonlyMap<string, string> {
  return new Map([
    ['', words.alone],
    ...component.groups.map(group => [String(group.id), words.merged(`${group.id} ${group.name}`)] as const),
    [VOIDED, words.voided],
  ])
}

/** The figures of the 清点单, group by group. */
export function figuresColumns(
  component: BallotComponent,
  problems: ReadonlyMap<string, string>,
): readonly GridColumn<FigureRow>[] {
  const ways = handlings(component)
  const problem = (column: string) => (row: FigureRow) => problems.get(`${row.id} ${column}`) ?? null
  return [
    { id: 'group', title: words.group, kind: 'fixed', width: 160, text: row => `${row.id} ${row.name}` },
    ...FIGURES.map(
      (id): GridColumn<FigureRow> => ({
        id,
        title: words[id],
        kind: 'number',
        width: 64,
        text: row => row[id],
        problem: problem(id),
      }),
    ),
    {
      id: 'handling',
      title: words.handling,
      kind: 'text',
      width: 170,
      text: row => ways.get(row.handling) ?? row.handling,
      choices: [...ways.values()],
      problem: problem('handling'),
    },
    {
      id: 'reason',
      title: words.reason,
      kind: 'text',
      width: 150,
      text: row => row.reason,
      locked: row => row.handling !== VOIDED,
      problem: problem('reason'),
    },
  ]
}
