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
      <Table.Td key={column.title} ta={column.align ?? 'left'} className={column.align ? classes['whole'] : undefined}>
        {cells[index]}
      </Table.Td>
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
          <Table.Tr key={row.key} data-plain-row>
            {line(row.cells)}
          </Table.Tr>
        ))}
      </Table.Tbody>
      {foot && (
        <Table.Tfoot>
          <Table.Tr fw={600}>{line(foot)}</Table.Tr>
        </Table.Tfoot>
      )}
    </Table>
  )
}
