import { memo } from 'react'
import classes from './edit-grid.module.css'
import { enteredText } from './entered-text.ts'
import { GridCell } from './grid-cell.tsx'
import type { CellChange, GridColumn } from './grid-column.ts'

type GridRowProps<Row> = {
  readonly index: number
  readonly row: Row
  readonly rowKey: string
  readonly name: string
  readonly columns: readonly GridColumn<Row>[]
  /** The first and last marked column of this row. */
  readonly from: number
  readonly to: number
  /** The column whose cell Tab comes to from outside the grid; -1: none of this row's. */
  readonly entry: number
  readonly readOnly: boolean
  readonly onEdit: (changes: readonly CellChange[]) => void
  readonly measure: ((element: Element | null) => void) | undefined
}

function Row<Of>({ index, row, rowKey, name, columns, from, to, entry, readOnly, onEdit, measure }: GridRowProps<Of>) {
  return (
    <tr data-row={rowKey} data-index={index} aria-rowindex={index + 2} ref={measure}>
      {columns.map((column, place) => {
        const marked = place >= from && place <= to
        const problem = column.problem?.(row) ?? null
        const common = {
          'data-column': column.id,
          'data-marked': marked || undefined,
          'data-problem': problem !== null || undefined,
          'aria-colindex': place + 1,
        }
        if (column.kind === 'fixed' || readOnly)
          return (
            <td
              key={column.id}
              {...common}
              className={classes['fixed']}
              data-number={column.kind === 'number' || undefined}
            >
              {column.show?.(row) ?? column.text(row)}
            </td>
          )
        return (
          <td key={column.id} {...common}>
            <GridCell
              place={`${index}:${place}`}
              label={`${name} ${column.title}`}
              text={column.text(row)}
              number={column.kind === 'number'}
              problem={problem}
              entry={place === entry}
              locked={column.locked?.(row) ?? false}
              onEnter={typed => {
                const text = enteredText(column, typed)
                if (text === column.text(row)) return null
                onEdit([{ row: rowKey, column: column.id, text }])
                return text
              }}
            />
          </td>
        )
      })}
    </tr>
  )
}

/** One row of an `EditGrid`; drawn again only when its own row, the columns or its marks change. */
export const GridRow = memo(Row) as typeof Row
