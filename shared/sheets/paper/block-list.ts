import type { Cell, Content, TableNode } from './definition.ts'

type Rows = readonly (readonly Cell[])[]

/**
 * A long list: the head is repeated on every page, each block of rows stays whole on one page, and the tail (signatures)
 * stays with the last block, so that it never stands on a page alone. `widths` are points between the cells' paddings.
 */
export function blockList(list: {
  readonly widths: readonly number[]
  readonly head: Rows
  readonly blocks: readonly Rows[]
  readonly tail?: readonly Content[]
  /** Words above the head, repeated with it. */
  readonly caption?: Content
  /** How close the lines stand; `dense` where it is left out. */
  readonly layout?: 'grid' | 'dense'
}): Content {
  const { widths, caption, tail = [], layout = 'dense' } = list
  const part = (body: Rows, from: '' | '-below'): TableNode => ({ layout: `${layout}${from}`, table: { widths, body } })
  const rows = list.blocks.map(block => part(block, '-below'))
  const head = part(list.head, '')
  const before = rows.slice(0, -1).map((block): readonly Cell[] => [block])
  return {
    layout: 'bare',
    table: {
      widths: ['*'],
      headerRows: 1,
      keepWithHeaderRows: 1,
      dontBreakRows: true,
      body: [[caption ? { stack: [caption, head] } : head], ...before, [{ stack: [...rows.slice(-1), ...tail] }]],
    },
  }
}
