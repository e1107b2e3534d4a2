/**
 * One cell as a person sees it. A formula is its last computed value (`formula` marks numbers that are one); a number's
 * `day` is the calendar day that Excel would show for it (`2024-01-01`), null where there is none.
 */
export type Cell =
  | { readonly kind: 'text'; readonly text: string }
  | {
      readonly kind: 'number'
      readonly value: number
      readonly text: string
      readonly day: string | null
      readonly formula: boolean
    }
  /** A number shown with year, month and day. */
  | { readonly kind: 'date'; readonly day: string }
  /** A formula whose result the file does not hold: it was written by a program and never computed. */
  | { readonly kind: 'uncomputed' }
  /** `#REF!`, `#N/A` … */
  | { readonly kind: 'error'; readonly text: string }

/** `number` is the row's number in Excel, from 1; `cells` begin at column A, null where blank. */
export type Row = { readonly number: number; readonly hidden: boolean; readonly cells: readonly (Cell | null)[] }

/** A merged range: row numbers from 1, columns from 0 (A), both ends included. */
export type Merge = { readonly top: number; readonly left: number; readonly bottom: number; readonly right: number }

/** One worksheet, or a CSV file: the rows that hold something, in ascending order. */
export type Sheet = {
  readonly name: string
  readonly hidden: boolean
  readonly rows: readonly Row[]
  readonly merges: readonly Merge[]
}

/** The widest sheet that is read, in columns: what the old Excel could hold. What lies to the right is not a roster's. */
export const MOST_COLUMNS = 256
