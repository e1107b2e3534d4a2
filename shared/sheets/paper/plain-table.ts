import { label, value, words } from './cells.ts'
import type { Cell } from './definition.ts'
import { oneLine } from './text.ts'

/** Paddings and line of one cell of a `dense` table. */
const CELL = 4.6

/** One column of a long list: its head, its width in points or its share of what is left, what it shows of an item. */
export type PlainColumn<Item> = {
  readonly head: string
  readonly width: number | { readonly share: number }
  readonly cell: (item: Item, width: number) => Cell
}

export type PlainTable<Item> = {
  readonly widths: readonly number[]
  readonly head: readonly (readonly Cell[])[]
  readonly row: (item: Item) => Cell[]
}

/** Columns laid out over `whole` points, for a `blockList`; `size` is the type of the heads. */
export function plainTable<Item>(columns: readonly PlainColumn<Item>[], whole: number, size: number): PlainTable<Item> {
  const fixed = columns.reduce((total, { width }) => total + (typeof width === 'number' ? width : 0), 0)
  const shares = columns.reduce((total, { width }) => total + (typeof width === 'number' ? 0 : width.share), 0)
  const left = whole - fixed - columns.length * CELL - 1
  const widths = columns.map(({ width }) => (typeof width === 'number' ? width : (left * width.share) / shares))
  return {
    widths,
    head: [columns.map(({ head }) => label(head, { fontSize: size, bold: true, margin: [0, 2, 0, 2] }))],
    row: item => columns.map(({ cell }, index) => cell(item, widths[index] ?? 0)),
  }
}

/** A cell of one thing, centred. */
export function middle(text: string, fontSize: number): Cell {
  return value(oneLine(text, 60), { fontSize })
}

/** A cell of words, from the left. */
export function prosy(text: string, fontSize: number): Cell {
  return words(oneLine(text), { fontSize, margin: [1, 1, 1, 1] })
}
