import type { Cell } from './grid.ts'
import { visible } from './tidy.ts'

/** A cell's text as a person reads it, trimmed; '' where blank. A date is `2024-01-01`. */
export function cellText(cell: Cell | null | undefined): string {
  if (!cell || cell.kind === 'uncomputed') return ''
  return cell.kind === 'date' ? cell.day : visible(cell.text)
}

/** Whether the cell says nothing: blank, or one of the signs that people put for "nothing here". */
export function isBlank(cell: Cell | null | undefined): boolean {
  if (cell?.kind === 'uncomputed') return false
  return /^[-—–－/／\\]*$/u.test(cellText(cell))
}
