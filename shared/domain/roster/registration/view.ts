import { type Cell, type Merge, MOST_COLUMNS, type Row, type Sheet } from './grid.ts'

/** A cell where it is seen: a merged cell is seen in every row and column that it covers. */
export type Spot = {
  readonly cell: Cell
  readonly top: number
  readonly left: number
  readonly bottom: number
  readonly right: number
}

export type View = {
  readonly sheet: Sheet
  /** What is seen at a row number and a column, null where blank. */
  readonly at: (row: number, column: number) => Spot | null
  /** All that is seen in a row, left to right, each once. */
  readonly spots: (row: number) => readonly Spot[]
}

// A range merged over more than this is a page's decoration or an attack, and so are more than this in all.
const LARGEST_MERGE = 20_000
const MOST_MERGED = 1_000_000

/** A sheet with its merged ranges spread over the cells that they cover. */
export function viewOf(sheet: Sheet): View {
  const rows = new Map<number, Row>(sheet.rows.map(row => [row.number, row]))
  const width = Math.min(
    MOST_COLUMNS,
    sheet.rows.reduce((most, row) => Math.max(most, row.cells.length), 0),
  )
  const merged = mergedCells(sheet.merges, rows)
  const at = (row: number, column: number): Spot | null => {
    const merge = merged.size === 0 ? undefined : merged.get(row * MOST_COLUMNS + column)
    const top = merge?.top ?? row
    const left = merge?.left ?? column
    const cell = rows.get(top)?.cells[left]
    return cell ? { cell, top, left, bottom: merge?.bottom ?? row, right: merge?.right ?? column } : null
  }
  const spots = (row: number): readonly Spot[] => {
    const seen: Spot[] = []
    const across = merged.size === 0 ? (rows.get(row)?.cells.length ?? 0) : width
    for (let column = 0; column < across; column += 1) {
      const spot = at(row, column)
      if (!spot) continue
      seen.push(spot)
      column = Math.max(column, spot.right)
    }
    return seen
  }
  return { sheet, at, spots }
}

function mergedCells(merges: readonly Merge[], rows: ReadonlyMap<number, Row>): ReadonlyMap<number, Merge> {
  const cells = new Map<number, Merge>()
  for (const merge of merges) {
    const right = Math.min(merge.right, MOST_COLUMNS - 1)
    const area = (merge.bottom - merge.top + 1) * (right - merge.left + 1)
    if (area > LARGEST_MERGE || cells.size + area > MOST_MERGED) continue
    for (let row = merge.top; row <= merge.bottom; row += 1) {
      if (!rows.has(row)) continue
      for (let column = merge.left; column <= right; column += 1) cells.set(row * MOST_COLUMNS + column, merge)
    }
  }
  return cells
}
