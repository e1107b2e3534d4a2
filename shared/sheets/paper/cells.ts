import type { Cell, CellStyle, Content, Style, TableNode, TextNode } from './definition.ts'
import { BODY_SIZE } from './page.ts'
import { fitted, lineCount } from './text-width.ts'

type Extra = Style & CellStyle

/** A cell that names what stands beside or below it. */
export function label(text: string, extra: Extra = {}): TextNode {
  return { text, alignment: 'center', verticalAlignment: 'middle', ...extra }
}

/** A cell with one thing in it, centred. */
export function value(text: string, extra: Extra = {}): TextNode {
  return { text, alignment: 'center', verticalAlignment: 'middle', ...extra }
}

/** A cell with words, from the left. */
export function words(text: string, extra: Extra = {}): TextNode {
  return { text, verticalAlignment: 'middle', ...extra }
}

/** A name on one line: set smaller, not wrapped, where it is longer than the `width` points of its cell. */
export function nameCell(name: string, width: number, size: number, extra: Extra = {}): TextNode {
  return { ...value(name), ...fitted(name, width, size), ...extra }
}

/** A label that reads downwards, one character a line. */
export function downward(text: string): TextNode {
  return label([...text].join('\n'), { lineHeight: 1.1 })
}

/**
 * One thing on the one line of a dense row, centred, set smaller where it is longer than `width` points. It has no
 * vertical middle, which costs pdfmake a fifth of the time and memory of a list of many thousand cells.
 */
export function lineCell(text: string, width: number, size: number, extra: Extra = {}): TextNode {
  return { ...fitted(text, width, size), alignment: 'center', ...extra }
}

/** Cells that the one before them spans. */
export function spanned(cells: number): Cell[] {
  return Array.from({ length: cells }, () => ({}))
}

/** Pulls a table up by its line's thickness, so that two tables share the line between them. */
export const JOINED = [0, -0.6, 0, 0] as const

/** Takes the padding of a `grid` cell back, so that an `inner` table's lines meet the cell's. */
export const INNER = [-4, -2.5, -4, -3.5] as const

export const LABEL_WIDTH = 50

/** A row of a form: its label on the left, the content on the right; kept on one page unless `breakable`. */
export function row(
  name: string,
  content: Cell,
  options: { readonly height?: number; readonly breakable?: boolean } = {},
): TableNode {
  return {
    layout: 'grid',
    margin: JOINED,
    table: {
      widths: [LABEL_WIDTH, '*'],
      // pdfmake adds a set height once more on the page on which a row that breaks ends.
      heights: [options.breakable ? 'auto' : (options.height ?? 20)],
      dontBreakRows: !options.breakable,
      // Nor may such a row have a vertical middle: pdfmake begins it on one page and ends it on the next.
      body: [[options.breakable ? label(name, { verticalAlignment: 'top' }) : label(name), content]],
    },
  }
}

/** Words as justified paragraphs, each with the indent of two characters. */
export function prose(texts: readonly string[], fontSize = BODY_SIZE): Content[] {
  return texts.map(text => ({
    text,
    fontSize,
    alignment: 'justify',
    leadingIndent: 2 * fontSize,
    lineHeight: 1.12,
    margin: [0, 0, 0, 1],
  }))
}

// What is shorter stays on one page.
const LONG_LINES = 18

function isLong(texts: readonly string[], fontSize = BODY_SIZE): boolean {
  return lineCount(texts, 400, fontSize) > LONG_LINES
}

/** A row of paragraphs, at least `height` points high; long ones flow to further pages. */
export function proseRow(
  name: string,
  texts: readonly string[],
  options: { readonly height?: number; readonly fontSize?: number } = {},
): TableNode {
  const breakable = isLong(texts, options.fontSize)
  const stack = prose(texts, options.fontSize)
  return row(name, breakable ? { stack } : { stack, verticalAlignment: 'middle' }, { ...options, breakable })
}

/**
 * A row to be signed: paragraphs, or another content, or nothing; the signature line below. `height` is the least space in
 * points above the signature; long paragraphs flow to further pages.
 */
export function signedRow(
  name: string,
  above: readonly string[] | Content,
  signature: Content,
  height: number,
): TableNode {
  const texts = Array.isArray(above) ? above : []
  const content: readonly Content[] = Array.isArray(above) ? prose(texts) : [above as Content]
  if (isLong(texts)) return row(name, { stack: [...content, signature] }, { breakable: true })
  return row(name, {
    layout: 'bare',
    table: { widths: ['*'], heights: [height, 'auto'], body: [[{ stack: content }], [signature]] },
  })
}

/** `组长签名：　　　　　年　　月　　日`, at the right. */
export function signature(who: string): TextNode {
  return {
    text: `${who}：　　　　　　　　　　　　年　　　月　　　日`,
    alignment: 'right',
    noWrap: true,
    verticalAlignment: 'middle',
    margin: [0, 0, 8, 0],
  }
}
