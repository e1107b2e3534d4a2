import { Table } from '@mantine/core'
import { useWindowVirtualizer } from '@tanstack/react-virtual'
import { Fragment, type KeyboardEvent, type MouseEvent, type ReactNode, useMemo, useRef, useState } from 'react'
import { type Column, nextSorting, type Sorting, sortRows } from './column.ts'
import classes from './data-table.module.css'
import { moveRowFocus } from './move-row-focus.ts'
import { TableHead } from './table-head.tsx'
import { usePrinting } from './use-printing.ts'

/** From here on only the rows in sight are on the page. */
const MANY_ROWS = 200

type DataTableProps<Row> = {
  /** Says what the table lists, for those who cannot see it. */
  readonly label: string
  readonly columns: readonly Column<Row>[]
  readonly rows: readonly Row[]
  readonly rowKey: (row: Row) => string
  readonly initialSorting?: Sorting
  /** What a click on a row opens. The row must also hold a link with `data-row-link` that does the same. */
  readonly onOpen?: (row: Row) => void
  /** A line drawn above a row, e.g. where a limit lies; null for none. Only in the order the rows came in. */
  readonly above?: (row: Row, before: Row | undefined) => ReactNode
  readonly empty?: ReactNode
  /** A table that its page prints in a way of its own. */
  readonly printedElsewhere?: boolean
}

/** A dense table: sortable heads that stay in sight, rows that open, arrows that move between rows. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { label, columns, rows, rowKey, initialSorting, onOpen, above, empty, printedElsewhere = false } = props
  const [sorting, setSorting] = useState<Sorting | null>(initialSorting ?? null)
  const sorted = useMemo(() => sortRows(rows, columns, sorting), [rows, columns, sorting])
  const place = useRef<HTMLTableElement>(null)
  const whole = usePrinting(place, label, sorted.length > 0 && !printedElsewhere)
  const many = sorted.length > MANY_ROWS && !whole
  const virtual = useWindowVirtualizer({
    enabled: many,
    count: sorted.length,
    estimateSize: () => 36,
    overscan: 20,
    scrollMargin: place.current?.offsetTop ?? 0,
    getItemKey: index => rowKey(sorted[index] as Row),
  })
  const inSight = virtual.getVirtualItems()
  const [first, last] = many ? rangeOf(inSight) : [0, sorted.length - 1]

  return (
    <Table
      ref={place}
      className={classes['table']}
      aria-label={label}
      aria-rowcount={sorted.length + 1}
      highlightOnHover={onOpen !== undefined}
      stickyHeader
      stickyHeaderOffset="var(--pingyi-sticky, var(--app-shell-header-offset, 0px))"
      onKeyDown={(event: KeyboardEvent<HTMLTableElement>) => moveRowFocus(event)}
    >
      <TableHead
        columns={columns}
        sorting={sorting}
        onSort={column => setSorting(current => nextSorting(current, column))}
      />
      <Table.Tbody>
        <Spacer height={many ? (inSight[0]?.start ?? 0) - virtual.options.scrollMargin : 0} />
        {sorted.slice(first, last + 1).map((row, offset) => {
          const index = first + offset
          const line = sorting === null ? (above?.(row, sorted[index - 1]) ?? null) : null
          return (
            <Fragment key={rowKey(row)}>
              {line !== null && (
                <Table.Tr className={classes['divider']} data-line>
                  <Table.Td colSpan={columns.length}>{line}</Table.Td>
                </Table.Tr>
              )}
              <Table.Tr
                data-row={rowKey(row)}
                data-opens={onOpen ? true : undefined}
                data-index={index}
                aria-rowindex={index + 2}
                ref={many ? virtual.measureElement : undefined}
                onClick={onOpen && ((event: MouseEvent) => openUnlessLink(event, () => onOpen(row)))}
              >
                {columns.map(column => (
                  <Table.Td
                    key={column.id}
                    ta={column.align ?? 'left'}
                    data-column={column.id}
                    className={column.whole || column.align === 'right' ? classes['whole'] : undefined}
                  >
                    {column.cell(row)}
                  </Table.Td>
                ))}
              </Table.Tr>
            </Fragment>
          )
        })}
        <Spacer height={many ? virtual.getTotalSize() - endOf(inSight, virtual) : 0} />
        {sorted.length === 0 && empty !== undefined && (
          <Table.Tr>
            <Table.Td colSpan={columns.length} ta="center" c="dimmed" py="xl">
              {empty}
            </Table.Td>
          </Table.Tr>
        )}
      </Table.Tbody>
    </Table>
  )
}

type InSight = readonly { readonly index: number; readonly start: number; readonly end: number }[]

function rangeOf(inSight: InSight): readonly [number, number] {
  return [inSight[0]?.index ?? 0, inSight.at(-1)?.index ?? -1]
}

function endOf(inSight: InSight, virtual: { readonly options: { readonly scrollMargin: number } }): number {
  return (inSight.at(-1)?.end ?? virtual.options.scrollMargin) - virtual.options.scrollMargin
}

/** Stands for the rows out of sight. */
function Spacer({ height }: { readonly height: number }) {
  if (height <= 0) return null
  return (
    <Table.Tr className={classes['spacer']} aria-hidden>
      <Table.Td style={{ height }} />
    </Table.Tr>
  )
}

/** A link or button inside the row acts for itself, and selecting a name to copy it opens nothing. */
function openUnlessLink(event: MouseEvent, open: () => void): void {
  const target = event.target instanceof Element ? event.target : null
  if (target?.closest('a, button, input, label') || window.getSelection()?.isCollapsed === false) return
  open()
}
