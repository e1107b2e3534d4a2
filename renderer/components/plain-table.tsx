import { Table } from '@mantine/core'
import { type ReactNode, useRef } from 'react'
import classes from './data-table/data-table.module.css'
import { usePrinting } from './data-table/use-printing.ts'

export type PlainColumn = {
  readonly title: string
  readonly align?: 'left' | 'right'
  readonly width?: string | number | undefined
}

type PlainTableProps = {
  readonly label: string
  readonly columns: readonly PlainColumn[]
  readonly rows: readonly { readonly key: string; readonly cells: readonly ReactNode[] }[]
  /** A last line, e.g. the total. */
  readonly foot?: readonly ReactNode[]
  /** Its panel offers to print it; not where it is typed into. */
  readonly printable?: boolean
}

/** A short table of fixed rows. */
export function PlainTable({ label, columns, rows, foot, printable = true }: PlainTableProps) {
  const table = useRef<HTMLTableElement>(null)
  usePrinting(table, label, printable && rows.length > 0)
  const line = (cells: readonly ReactNode[]) =>
    columns.map((column, index) => (
      <td key={column.title} data-align={column.align} className={column.align ? classes['whole'] : undefined}>
        {cells[index]}
      </td>
    ))
  return (
    <Table ref={table} className={classes['table']} aria-label={label}>
      <Table.Thead>
        <Table.Tr>
          {columns.map(column => (
            <Table.Th
              key={column.title}
              scope="col"
              ta={column.align ?? 'left'}
              w={column.width}
              className={classes['whole']}
            >
              {column.title}
            </Table.Th>
          ))}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {rows.map(row => (
          <tr key={row.key} className={classes['row']} data-plain-row>
            {line(row.cells)}
          </tr>
        ))}
      </Table.Tbody>
      {foot && (
        <Table.Tfoot>
          <tr className={classes['total']}>{line(foot)}</tr>
        </Table.Tfoot>
      )}
    </Table>
  )
}
