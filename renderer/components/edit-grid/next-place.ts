import type { Place } from './grid-column.ts'

export type GridKey = {
  readonly key: string
  readonly shift: boolean
  readonly ctrl: boolean
  /** The caret moves inside the cell's text (F2, a double click): arrows sideways are its own. */
  readonly inText: boolean
}

export type GridSize = {
  readonly rows: number
  /** The columns that can be entered, ascending. */
  readonly open: readonly number[]
  /** How many rows a page key moves. */
  readonly page: number
}

/**
 * Where a key leads from a cell, as in Excel: arrows, Enter (down; Shift: up), Tab (right, then the next row; Shift: back),
 * Home and End in the row, with Ctrl in the grid, Page keys. `tabFrom` is the column where a run of Tabs began: Enter goes
 * below it. Null: the key is not for moving, or leads out of the grid (Tab past its end).
 */
export function nextPlace(key: GridKey, at: Place, size: GridSize, tabFrom: number | null): Place | null {
  const first = size.open[0]
  const last = size.open.at(-1)
  if (first === undefined || last === undefined || size.rows === 0) return null
  const down = (rows: number, column = at.column): Place => ({
    row: Math.min(Math.max(at.row + rows, 0), size.rows - 1),
    column,
  })
  switch (key.key) {
    case 'ArrowDown':
      return key.ctrl ? down(size.rows) : down(1)
    case 'ArrowUp':
      return key.ctrl ? down(-size.rows) : down(-1)
    case 'Enter':
      return key.shift ? down(-1) : down(1, tabFrom ?? at.column)
    case 'PageDown':
      return down(size.page)
    case 'PageUp':
      return down(-size.page)
    case 'ArrowLeft':
      return key.inText ? null : { row: at.row, column: key.ctrl ? first : beside(size.open, at.column, -1) }
    case 'ArrowRight':
      return key.inText ? null : { row: at.row, column: key.ctrl ? last : beside(size.open, at.column, 1) }
    case 'Home':
      return key.inText ? null : { row: key.ctrl ? 0 : at.row, column: first }
    case 'End':
      return key.inText ? null : { row: key.ctrl ? size.rows - 1 : at.row, column: last }
    case 'Tab':
      return tabbed(at, size, key.shift ? -1 : 1, first, last)
    default:
      return null
  }
}

function beside(open: readonly number[], column: number, step: 1 | -1): number {
  const next = step === 1 ? open.find(each => each > column) : open.findLast(each => each < column)
  return next ?? column
}

function tabbed(at: Place, size: GridSize, step: 1 | -1, first: number, last: number): Place | null {
  const column = beside(size.open, at.column, step)
  if (column !== at.column) return { row: at.row, column }
  const row = at.row + step
  return row < 0 || row >= size.rows ? null : { row, column: step === 1 ? first : last }
}
