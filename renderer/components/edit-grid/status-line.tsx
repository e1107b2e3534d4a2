import { useMemo, useRef } from 'react'
import { EDIT_GRID } from '#renderer/strings/edit-grid.ts'
import classes from './edit-grid.module.css'
import type { GridColumn, Place } from './grid-column.ts'

type StatusLineProps<Row> = {
  readonly columns: readonly GridColumn<Row>[]
  readonly rows: readonly Row[]
  readonly rowName: (row: Row) => string
  readonly active: Place | null
  readonly pasted: { readonly cells: number; readonly beyond: number } | null
}

/** Over the grid, where it is seen while typing: what is wrong with the cell that is active, what may stand in it, what a paste did; how to use it. */
export function StatusLine<Row>({ columns, rows, rowName, active, pasted }: StatusLineProps<Row>) {
  const row = active ? rows[active.row] : undefined
  const column = active ? columns[active.column] : undefined
  const problem = row === undefined ? null : (column?.problem?.(row) ?? null)
  const wrong = useWrong(columns, rows)
  return (
    <div className={classes['status']}>
      <output>
        {row !== undefined && column && problem !== null ? (
          <strong>{EDIT_GRID.problem(rowName(row), column.title, problem)}</strong>
        ) : pasted ? (
          [EDIT_GRID.pasted(pasted.cells, pasted.beyond), ...(wrong > 0 ? [EDIT_GRID.wrong(wrong)] : [])].join('；')
        ) : column?.choices ? (
          EDIT_GRID.choices(column.choices)
        ) : wrong > 0 ? (
          EDIT_GRID.wrong(wrong)
        ) : null}
      </output>
      <span>{EDIT_GRID.help}</span>
    </div>
  )
}

/** How many cells have a problem. A row that is the same object as before is not looked at again: there may be thousands. */
function useWrong<Row>(columns: readonly GridColumn<Row>[], rows: readonly Row[]): number {
  const known = useRef<{ readonly columns: unknown; readonly counts: ReadonlyMap<Row, number> } | null>(null)
  return useMemo(() => {
    const before = known.current?.columns === columns ? known.current.counts : null
    const counts = new Map<Row, number>()
    let total = 0
    for (const row of rows) {
      const count = before?.get(row) ?? columns.filter(one => (one.problem?.(row) ?? null) !== null).length
      counts.set(row, count)
      total += count
    }
    known.current = { columns, counts }
    return total
  }, [columns, rows])
}
