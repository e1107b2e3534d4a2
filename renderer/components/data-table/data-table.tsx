import { Table } from '@mantine/core'
import { useWindowVirtualizer } from '@tanstack/react-virtual'
import {
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
  useCallback,
  useDeferredValue,
  useMemo,
  useRef,
  useState,
} from 'react'
import { type Column, nextSorting, type Sorting, sortRows } from './column.ts'
import { DataRow } from './data-row.tsx'
import classes from './data-table.module.css'
import { moveRowFocus } from './move-row-focus.ts'
import { TableHead } from './table-head.tsx'
import { usePrinting } from './use-printing.ts'
import { useTop } from './use-top.ts'

/** From here on only the rows in sight are on the page. */
const MANY_ROWS = 80
/** How many rows lie ready above and below: a turn of the wheel, a page key. */
const READY_ROWS = 12
const ROW_HEIGHT = 36

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
  const top = useTop(place, many)
  const key = useRef(rowKey)
  key.current = rowKey
  // A page's first paint waits only for the rows that it shows.
  const readyRows = useDeferredValue(READY_ROWS, 0)
  const virtual = useWindowVirtualizer({
    enabled: many && top !== null,
    count: sorted.length,
    estimateSize: () => ROW_HEIGHT,
    overscan: readyRows,
    initialRect: { width: window.innerWidth, height: window.innerHeight },
    scrollMargin: top ?? 0,
    // The same function while the rows are: with a new one every row is placed anew.
    getItemKey: useCallback((index: number) => key.current(sorted[index] as Row), [sorted]),
  })
  const inSight = virtual.getVirtualItems()
  const [first, last] = many ? rangeOf(inSight) : [0, sorted.length - 1]

  return (
    <Table
      ref={place}
      className={classes['table']}
      aria-label={label}
      aria-rowcount={sorted.length + 1}
      stickyHeader
      stickyHeaderOffset="var(--pingyi-sticky, var(--app-shell-header-offset, 0px))"
      onKeyDown={(event: KeyboardEvent<HTMLTableElement>) => moveRowFocus(event)}
      onClick={(event: MouseEvent) => {
        const row = rowOf(event)
        if (row !== null && onOpen) onOpen(sorted[row] as Row)
      }}
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
          return (
            <DataRow
              key={rowKey(row)}
              row={row}
              rowKey={rowKey(row)}
              index={index}
              columns={columns}
              opens={onOpen !== undefined}
              line={sorting === null ? (above?.(row, sorted[index - 1]) ?? null) : null}
              measure={many ? virtual.measureElement : undefined}
            />
          )
        })}
        <Spacer height={many ? virtual.getTotalSize() - endOf(inSight, virtual) : 0} />
        {sorted.length === 0 && empty !== undefined && (
          <tr className={classes['empty']}>
            <td colSpan={columns.length}>{empty}</td>
          </tr>
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
    <tr className={classes['spacer']} aria-hidden>
      <td style={{ height }} />
    </tr>
  )
}

/**
 * The index of the row that a click opens, null for none: a link or button inside the row acts for itself, and selecting a
 * name to copy it opens nothing.
 */
function rowOf(event: MouseEvent): number | null {
  const target = event.target instanceof Element ? event.target : null
  if (target?.closest('a, button, input, label') || window.getSelection()?.isCollapsed === false) return null
  const row = target?.closest('tr[data-opens]')
  return row && event.currentTarget.contains(row) ? Number(row.getAttribute('data-index')) : null
}
