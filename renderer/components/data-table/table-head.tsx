import { Table } from '@mantine/core'
import { IconArrowDown, IconArrowsSort, IconArrowUp } from '@tabler/icons-react'
import type { Column, Sorting } from './column.ts'
import classes from './data-table.module.css'

type TableHeadProps<Row> = {
  readonly columns: readonly Column<Row>[]
  readonly sorting: Sorting | null
  readonly onSort: (column: string) => void
}

export function TableHead<Row>({ columns, sorting, onSort }: TableHeadProps<Row>) {
  return (
    <Table.Thead>
      <Table.Tr>
        {columns.map(column => {
          const own = sorting?.column === column.id ? sorting : null
          const order = own ? (own.descending ? 'descending' : 'ascending') : 'none'
          return (
            <Table.Th
              key={column.id}
              scope="col"
              ta={column.align ?? 'left'}
              w={column.width}
              className={classes['whole']}
              aria-sort={column.compare ? order : undefined}
            >
              {column.compare ? (
                <button type="button" className={classes['sort']} onClick={() => onSort(column.id)}>
                  {column.title}
                  {own ? (
                    own.descending ? (
                      <IconArrowDown size={13} aria-hidden />
                    ) : (
                      <IconArrowUp size={13} aria-hidden />
                    )
                  ) : (
                    <IconArrowsSort size={13} aria-hidden />
                  )}
                </button>
              ) : (
                column.title
              )}
            </Table.Th>
          )
        })}
      </Table.Tr>
    </Table.Thead>
  )
}
