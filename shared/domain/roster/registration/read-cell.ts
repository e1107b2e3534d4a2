import { failure, type Result, success } from '#shared/lib/result.ts'
import { cellText, isBlank } from './cell-text.ts'
import type { Column } from './find-header.ts'
import type { Cell } from './grid.ts'
import { holdsIdentityNumber } from './identity-number.ts'
import { type CellFault, cellFault } from './problem.ts'
import type { View } from './view.ts'

/** The filled cells of a row under a header cell, each once, left to right. */
export function cellsUnder(view: View, row: number, column: Column): readonly Cell[] {
  const cells: Cell[] = []
  for (let at = column.left; at <= column.right; at += 1) {
    const spot = view.at(row, at)
    if (!spot) continue
    if (!isBlank(spot.cell)) cells.push(spot.cell)
    at = Math.max(at, spot.right)
  }
  return cells
}

/** Why a cell may not be read whatever it is for: a formula's error or missing result, an identity number. */
export function unreadable(cell: Cell): CellFault | null {
  if (cell.kind === 'error') return cellFault('formula-error', { value: cell.text })
  if (cell.kind === 'uncomputed') return cellFault('formula-without-value')
  // A reference to an empty cell comes as 0, which nothing on a roster is.
  if (cell.kind === 'number' && cell.formula && cell.value === 0) return cellFault('formula-without-value')
  if (holdsIdentityNumber(numberText(cell))) return cellFault('identity-number')
  return null
}

/** A cell's text, a whole number with all its digits however it is shown (`1.38E+10`). */
export function numberText(cell: Cell): string {
  const whole = cell.kind === 'number' && Number.isInteger(cell.value) && Math.abs(cell.value) < 1e21
  return whole ? String(cell.value) : cellText(cell)
}

/** The one readable cell under a header cell; null where blank; a fault where there are several or it cannot be read. */
export function onlyCell(view: View, row: number, column: Column): Result<Cell | null, CellFault> {
  const cells = cellsUnder(view, row, column)
  const bad = cells.map(unreadable).find(fault => fault !== null)
  if (bad) return failure(bad)
  return cells.length > 1 ? failure(cellFault('several-cells')) : success(cells[0] ?? null)
}
