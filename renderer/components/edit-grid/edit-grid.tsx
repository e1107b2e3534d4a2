import { useVirtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, useCallback, useMemo, useRef, useState } from 'react'
import { EDIT_GRID } from '#renderer/strings/edit-grid.ts'
import classes from './edit-grid.module.css'
import { type CellChange, edgesOf, type GridColumn } from './grid-column.ts'
import { GridHead, widthOf } from './grid-head.tsx'
import { GridRow } from './grid-row.tsx'
import { StatusLine } from './status-line.tsx'
import { useClipboard } from './use-clipboard.ts'
import { useMarked } from './use-marked.ts'

/** From here on only the rows in sight are on the page. */
const MANY_ROWS = 120
const ROW_HEIGHT = 33
/** What a page key moves by. */
const PAGE_ROWS = 12

type EditGridProps<Row> = {
  /** Says what the grid is about, for those who cannot see it. */
  readonly label: string
  /** Keep it the same array between renders (`useMemo`), so that an edit draws one row again and not all. */
  readonly columns: readonly GridColumn<Row>[]
  /** Keep untouched rows the same objects. */
  readonly rows: readonly Row[]
  /** Keep it the same function between renders. */
  readonly rowKey: (row: Row) => string
  /** Whom a row is about: read out with each cell, and shown with its problem. */
  readonly rowName: (row: Row) => string
  /** One entered cell, or all of a pasted block at once. What changes nothing is not told. */
  readonly onEdit: (changes: readonly CellChange[]) => void
  readonly readOnly?: boolean
}

/**
 * A spreadsheet-like table: arrows, Enter and Tab move as in Excel, typing replaces, F2 or a double click edits inside,
 * Escape takes back, Shift marks, blocks are copied and pasted with Excel and WPS; safe while a word is being composed.
 * It holds nothing but the cell being typed in: what a row is, and what is wrong with it, comes from its owner.
 */
export function EditGrid<Row>(props: EditGridProps<Row>) {
  const { label, columns, rows, rowKey, rowName, onEdit, readOnly = false } = props
  const scroller = useRef<HTMLDivElement>(null)
  const [pasted, setPasted] = useState<{ readonly cells: number; readonly beyond: number } | null>(null)
  const many = rows.length > MANY_ROWS
  const virtual = useVirtualizer({
    enabled: many,
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 12,
    getItemKey: index => rowKey(rows[index] as Row),
  })
  const open = useMemo(() => columns.flatMap((column, place) => (column.kind === 'fixed' ? [] : [place])), [columns])
  const size = { rows: rows.length, open: readOnly ? [] : open, page: PAGE_ROWS }
  const scrollToRow = (row: number) => {
    if (many) virtual.scrollToIndex(row)
  }
  const { marked, setMarked, handlers } = useMarked({ scroller, size, scrollToRow })
  const edit = useRef(onEdit)
  edit.current = onEdit
  const tell = useCallback((changes: readonly CellChange[]) => {
    setPasted(null)
    edit.current(changes)
  }, [])
  const grid = { columns, rows, rowKey }
  const onPasted = (cells: number, beyond: number) => setPasted({ cells, beyond })
  const clipboard = useClipboard({ grid, marked, setMarked, readOnly, onEdit: edit.current, onPasted })
  const edges = marked && edgesOf(marked)
  const inSight = virtual.getVirtualItems()
  const first = many ? (inSight[0]?.index ?? 0) : 0
  const last = many ? (inSight.at(-1)?.index ?? -1) : rows.length - 1
  const entry = open[0] ?? 0

  return (
    <div>
      {!readOnly && (
        <StatusLine columns={columns} rows={rows} rowName={rowName} active={marked?.active ?? null} pasted={pasted} />
      )}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the cells are the controls; their keys bubble up to here */}
      <div
        ref={scroller}
        className={classes['scroller']}
        {...handlers}
        onKeyDown={(event: KeyboardEvent<HTMLDivElement>) => {
          if (!clipboard.onKeyDown(event)) handlers.onKeyDown(event)
        }}
        onCopy={clipboard.onCopy}
        onCut={clipboard.onCut}
        onPaste={clipboard.onPaste}
      >
        <table
          className={classes['grid']}
          aria-label={label}
          aria-rowcount={rows.length + 1}
          aria-colcount={columns.length}
          style={{ minWidth: widthOf(columns) }}
        >
          <GridHead columns={columns} />
          <tbody>
            <Spacer height={many ? (inSight[0]?.start ?? 0) : 0} columns={columns.length} />
            {rows.slice(first, last + 1).map((row, offset) => {
              const index = first + offset
              const inMarks = edges !== null && index >= edges.top && index <= edges.bottom
              return (
                <GridRow
                  key={rowKey(row)}
                  index={index}
                  row={row}
                  rowKey={rowKey(row)}
                  name={rowName(row)}
                  columns={columns}
                  from={inMarks ? edges.left : -1}
                  to={inMarks ? edges.right : -2}
                  entry={index === (marked?.active.row ?? 0) ? (marked?.active.column ?? entry) : -1}
                  readOnly={readOnly}
                  onEdit={tell}
                  measure={many ? virtual.measureElement : undefined}
                />
              )
            })}
            <Spacer height={many ? virtual.getTotalSize() - (inSight.at(-1)?.end ?? 0) : 0} columns={columns.length} />
          </tbody>
        </table>
      </div>
      {rows.length === 0 && <output className={classes['status']}>{EDIT_GRID.noRows}</output>}
    </div>
  )
}

/** Stands for the rows out of sight. */
function Spacer({ height, columns }: { readonly height: number; readonly columns: number }) {
  if (height <= 0) return null
  return (
    <tr className={classes['spacer']} aria-hidden>
      <td colSpan={columns} style={{ height }} />
    </tr>
  )
}
