import type { ReactNode } from 'react'

/** One column of a `DataTable`. With `compare` its head sorts the table, ascending first. */
export type Column<Row> = {
  readonly id: string
  readonly title: string
  readonly cell: (row: Row) => ReactNode
  readonly align?: 'left' | 'right' | 'center'
  /** Any CSS width; left out: what the content needs. */
  readonly width?: string | number
  /** Keeps the cell on one line. */
  readonly whole?: boolean
  readonly compare?: (a: Row, b: Row) => number
}

export type Sorting = { readonly column: string; readonly descending: boolean }

/** The rows in the order of `sorting`; equal rows keep the order they came in. */
export function sortRows<Row>(
  rows: readonly Row[],
  columns: readonly Column<Row>[],
  sorting: Sorting | null,
): readonly Row[] {
  const compare = columns.find(column => column.id === sorting?.column)?.compare
  if (!sorting || !compare) return rows
  return rows.toSorted((a, b) => (sorting.descending ? compare(b, a) : compare(a, b)))
}

/** What a click on a column's head does: ascending, descending, then the given order again. */
export function nextSorting(sorting: Sorting | null, column: string): Sorting | null {
  if (sorting?.column !== column) return { column, descending: false }
  return sorting.descending ? null : { column, descending: true }
}
