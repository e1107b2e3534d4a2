import { memo, type ReactNode } from 'react'
import type { Column } from './column.ts'
import classes from './data-table.module.css'

type DataRowProps<Row> = {
  readonly row: Row
  readonly rowKey: string
  readonly index: number
  readonly columns: readonly Column<Row>[]
  readonly opens: boolean
  /** What stands on a line of its own above the row. */
  readonly line: ReactNode
  readonly measure: ((row: Element | null) => void) | undefined
}

/**
 * A row of a `DataTable`, drawn again only when it changed. Plain elements: a page shows hundreds of cells, and as Mantine's
 * they took half the time of its drawing.
 */
export const DataRow = memo(function DataRow<Row>(props: DataRowProps<Row>) {
  const { row, rowKey, index, columns, opens, line, measure } = props
  return (
    <>
      {line !== null && (
        <tr className={`${classes['row']} ${classes['divider']}`} data-line>
          <td colSpan={columns.length}>{line}</td>
        </tr>
      )}
      <tr
        className={classes['row']}
        data-row={rowKey}
        data-opens={opens || undefined}
        data-index={index}
        aria-rowindex={index + 2}
        ref={measure}
      >
        {columns.map(column => (
          <td
            key={column.id}
            data-align={column.align}
            data-column={column.id}
            className={column.whole || column.align === 'right' ? classes['whole'] : undefined}
          >
            {column.cell(row)}
          </td>
        ))}
      </tr>
    </>
  )
}) as <Row>(props: DataRowProps<Row>) => ReactNode
