import type { CanvasNode, Content, TableNode, Vector } from './definition.ts'
import { oneLine } from './text.ts'
import { fitted } from './text-width.ts'

// Small charts as lines and rectangles: they stay sharp in print and copy as black and white.

const HEIGHT = 9
/** Characters of a bar's name. */
const MOST = 16
const GREYS = ['#4a4a4a', '#8c8c8c', '#c8c8c8', '#ffffff', '#6a6a6a', '#e6e6e6'] as const

/** The grey of the n-th part of a bar, from 0. */
export function grey(index: number): string {
  return GREYS[index % GREYS.length] ?? '#ffffff'
}

function rect(x: number, w: number, color: string): Vector {
  return { type: 'rect', x, y: 3, w, h: HEIGHT, color, lineColor: '#000000', lineWidth: 0.5 }
}

/** A bar of `full` points of which `filled` points are dark. */
export function filledBar(full: number, filled: number): CanvasNode {
  return { canvas: [rect(0, full, '#ffffff'), ...(filled > 0 ? [rect(0, filled, '#8c8c8c')] : [])] }
}

/** A bar of `width` points cut into shares given in tenths of a percent, in the greys' order. */
export function sharesBar(width: number, tenths: readonly number[]): CanvasNode {
  let left = 0
  const parts = tenths.map((share, index) => {
    const part = rect((left * width) / 1000, (share * width) / 1000, grey(index))
    left += share
    return { share, part }
  })
  return { canvas: parts.filter(({ share }) => share > 0).map(({ part }) => part) }
}

/** A small square in the n-th grey, for a key. */
export function keySquare(index: number): CanvasNode {
  return {
    canvas: [{ type: 'rect', x: 0, y: 4, w: 7, h: 7, color: grey(index), lineColor: '#000000', lineWidth: 0.5 }],
  }
}

/** A chart: a caption, then one row per bar with its name on the left and its figure on the right. */
export function barChart(
  caption: string,
  rows: readonly { readonly name: string; readonly bar: CanvasNode; readonly figure: string }[],
  widths: readonly [number, number, number],
  below: readonly Content[] = [],
): Content {
  const table: TableNode = {
    layout: 'bare',
    table: {
      widths,
      body: rows.map(({ name, bar, figure }) => [
        fitted(oneLine(name, MOST), widths[0] - 3, 8),
        bar,
        { text: figure, fontSize: 8, alignment: 'right', noWrap: true },
      ]),
    },
  }
  return { stack: [{ text: caption, fontSize: 8.5, alignment: 'center', margin: [0, 0, 0, 2] }, table, ...below] }
}
