import type { FormCell } from './form-sheet.ts'

/**
 * A row's height in points, 24 to 400: 15 for each line that its fullest cell needs. `widths` are the columns' widths by
 * cell, in characters of a Latin digit; a cell whose width is 0 (part of a merged range) needs nothing.
 */
export function rowHeight(cells: readonly FormCell[], widths: readonly number[]): number {
  const lines = cells.map(({ value }, index) => {
    const width = widths[index] ?? 1
    if (width === 0) return 0
    // A Chinese character takes two of the units that a column's width is given in.
    const needed = (line: string) => [...line].reduce((sum, sign) => sum + (sign > '\u00ff' ? 2 : 1), 1)
    return String(value)
      .split('\n')
      .reduce((sum, line) => sum + Math.ceil(needed(line) / width), 0)
  })
  return Math.min(400, Math.max(24, 15 * Math.max(0, ...lines) + 4))
}
