import type { Result } from '#shared/lib/result.ts'
import type { Field } from './fields.ts'
import type { FieldColumn, Header } from './find-header.ts'
import type { Cell } from './grid.ts'
import type { CellFault } from './problem.ts'
import { cellsUnder, onlyCell } from './read-cell.ts'
import type { View } from './view.ts'

export type RowProblem = CellFault & { readonly column: string }

/** Reads a row field by field; what cannot be read gathers in `problems`, what is not filled in in `blank`. */
export type RowReader = {
  readonly problems: readonly RowProblem[]
  readonly blank: readonly Field[]
  readonly columns: (field: Field) => readonly FieldColumn[]
  readonly cells: (column: FieldColumn) => readonly Cell[]
  /** The value of a result, or null after noting its fault against the column. */
  readonly settle: <T>(column: FieldColumn, result: Result<T, CellFault>) => T | null
  /** The parsed value of a field that one cell holds; null where blank, unreadable or without a column. */
  readonly single: <T>(field: Field, parse: (cell: Cell) => Result<T, CellFault>) => T | null
  readonly noteBlank: (field: Field) => void
}

/** Reads the cells of one of the view's rows by the columns that the header found. */
export function rowReader(view: View, header: Header, row: number): RowReader {
  const problems: RowProblem[] = []
  const blank: Field[] = []
  const columns = (field: Field) => header.fields.filter(column => column.field === field)
  const settle = <T>(column: FieldColumn, result: Result<T, CellFault>): T | null => {
    if (result.ok) return result.value
    problems.push({ ...result.error, column: column.label })
    return null
  }
  const single = <T>(field: Field, parse: (cell: Cell) => Result<T, CellFault>): T | null => {
    const [column] = columns(field)
    if (!column) return null
    const cell = onlyCell(view, row, column)
    if (cell.ok && cell.value === null) blank.push(field)
    const readable = settle(column, cell)
    return readable === null ? null : settle(column, parse(readable))
  }
  return {
    problems,
    blank,
    columns,
    cells: column => cellsUnder(view, row, column),
    settle,
    single,
    noteBlank: field => blank.push(field),
  }
}
