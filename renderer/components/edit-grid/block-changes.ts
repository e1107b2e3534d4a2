import { enteredText } from './entered-text.ts'
import { type CellChange, edgesOf, type GridColumn, type Marked } from './grid-column.ts'
import { writeTsv } from './tsv.ts'

type Grid<Row> = {
  readonly columns: readonly GridColumn<Row>[]
  readonly rows: readonly Row[]
  readonly rowKey: (row: Row) => string
}

export type Pasted = {
  readonly changes: readonly CellChange[]
  /** Rows of the block that lay below the grid's last row. */
  readonly beyond: number
}

/**
 * A block laid over the grid from the marked cells' first. One value fills all that is marked. What falls on a fixed or
 * locked cell is left out, so a block that was copied with its names can come back with them.
 */
export function pasteBlock<Row>(grid: Grid<Row>, marked: Marked, block: readonly (readonly string[])[]): Pasted {
  const { top, left } = edgesOf(marked)
  const only = block.length === 1 && block[0]?.length === 1 ? block[0][0] : undefined
  if (only !== undefined) return { changes: fill(grid, marked, only), beyond: 0 }
  const changes = block.flatMap((line, down) =>
    line.flatMap((text, across) => change(grid, top + down, left + across, text)),
  )
  return { changes, beyond: Math.max(0, top + block.length - grid.rows.length) }
}

/** All marked cells set to one text: Delete with '', or one value pasted over many cells. */
export function fill<Row>(grid: Grid<Row>, marked: Marked, text: string): readonly CellChange[] {
  const { top, left, bottom, right } = edgesOf(marked)
  const changes: CellChange[] = []
  for (let row = top; row <= bottom; row += 1)
    for (let column = left; column <= right; column += 1) changes.push(...change(grid, row, column, text))
  return changes
}

/** The marked cells as the clipboard takes them. */
export function copyBlock<Row>({ columns, rows }: Grid<Row>, marked: Marked): string {
  const { top, left, bottom, right } = edgesOf(marked)
  return writeTsv(
    rows.slice(top, bottom + 1).map(row => columns.slice(left, right + 1).map(column => column.text(row))),
  )
}

function change<Row>(grid: Grid<Row>, row: number, column: number, typed: string): readonly CellChange[] {
  const [of, into] = [grid.rows[row], grid.columns[column]]
  if (of === undefined || into === undefined || into.kind === 'fixed' || into.locked?.(of)) return []
  const text = enteredText(into, typed)
  return text === into.text(of) ? [] : [{ row: grid.rowKey(of), column: into.id, text }]
}
