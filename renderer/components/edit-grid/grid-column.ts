import type { ReactNode } from 'react'

/** One column of an `EditGrid`. */
export type GridColumn<Row> = {
  readonly id: string
  readonly title: string
  /** A second, smaller line in the head: 满分 15. */
  readonly note?: string
  /** `fixed` is only shown. A number is written plainly when it is entered (full-width digits, `。` for the point). */
  readonly kind: 'number' | 'text' | 'fixed'
  /** In pixels at the usual text size; where the grid has more room, all columns share it. */
  readonly width?: number
  /** What the cell holds, which is also what is copied. */
  readonly text: (row: Row) => string
  /** How a fixed cell looks; left out: its text. */
  readonly show?: (row: Row) => ReactNode
  /** What is wrong with the cell as it stands, in words; null: nothing. */
  readonly problem?: (row: Row) => string | null
  /** A cell that cannot be edited though its column can. */
  readonly locked?: (row: Row) => boolean
  /** The words that may stand here; a digit or the beginning of a word is enough to choose one. */
  readonly choices?: readonly string[]
}

/** What was entered into one cell; `row` is the row's key. */
export type CellChange = { readonly row: string; readonly column: string; readonly text: string }

/** A cell by its place in the grid, both from 0. */
export type Place = { readonly row: number; readonly column: number }

/** The marked cells: from the active one to the corner opposite. */
export type Marked = { readonly active: Place; readonly corner: Place }

/** The marked cells' edges, all included. */
export function edgesOf({ active, corner }: Marked) {
  return {
    top: Math.min(active.row, corner.row),
    bottom: Math.max(active.row, corner.row),
    left: Math.min(active.column, corner.column),
    right: Math.max(active.column, corner.column),
  }
}
