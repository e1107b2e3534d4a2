import { useMemo } from 'react'
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
  const wrong = useMemo(
    () => rows.reduce((total, each) => total + columns.filter(one => (one.problem?.(each) ?? null) !== null).length, 0),
    [rows, columns],
  )
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
