import { cellText } from './cell-text.ts'
import type { Column, Header } from './find-header.ts'
import { holdsIdentityNumber } from './identity-number.ts'
import { type CellFault, cellFault } from './problem.ts'
import { cellsUnder, numberText } from './read-cell.ts'
import type { View } from './view.ts'

export type ColumnProblem = CellFault & { readonly row: number; readonly column: string }

/**
 * What is wrong with whole columns, told once each at the header's row: two that claim one field, and those that hold
 * identity numbers, by their header or in any of the given rows below it.
 */
export function columnProblems(view: View, header: Header, rows: readonly number[]): readonly ColumnProblem[] {
  const problems: ColumnProblem[] = []
  const told = new Set<string>()
  for (const column of header.twice) {
    if (told.has(column.field)) continue
    told.add(column.field)
    const labels = header.twice.filter(other => other.field === column.field).map(other => other.label)
    problems.push({
      ...cellFault('duplicate-column', { labels: labels.join('、') }),
      row: header.top,
      column: column.label,
    })
  }
  const holding = header.unread.filter(column => rows.some(row => holdsIdentity(view, row, column)))
  for (const column of [...header.identity, ...holding])
    problems.push({ ...cellFault('identity-column'), row: header.top, column: column.label })
  return problems
}

function holdsIdentity(view: View, row: number, column: Column): boolean {
  return cellsUnder(view, row, column).some(
    cell => holdsIdentityNumber(numberText(cell)) || holdsIdentityNumber(cellText(cell)),
  )
}
