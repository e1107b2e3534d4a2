import type { Content, Definition, TableNode, TextNode } from '#shared/sheets/paper/definition.ts'
import { oneLine } from '#shared/sheets/paper/text.ts'
import { fitted, fittedSize, textWidth } from '#shared/sheets/paper/text-width.ts'
import type { YearData } from '#shared/sheets/year-data.ts'
import { closingFrom } from './closing-blocks.ts'
import type { Notice, NoticeBlock, NoticeTable } from './notice.ts'

// GB/T 9704-2012, 5.2: top 37 mm, left 28 mm, type area 156 × 225 mm; 三号 type, 22 lines of 28 characters; title 二号.
const MM = 72 / 25.4
const MARGINS = [28 * MM, 37 * MM, 26 * MM, 35 * MM] as const
const WIDTH = 156 * MM
const BODY = 15.75
const TITLE = 22
/** Noto Serif SC's own line is 1.448 of its size: what makes 22 lines fill 225 mm. */
const LINE = (225 * MM) / 22 / (BODY * 1.448)
const TABLE = 12
/** Paddings and line of one cell of a `grid` table. */
const CELL = 8.6
/** A name that would be smaller on one line is broken at its dots. */
const LEAST_NAME = 9
/** Of a `grid` table's lines. */
const LINE_WIDTH = 0.6

/** A notice as a sheet in the layout of GB/T 9704. `subject` is whom or what it is about. */
export function noticePage({ evaluation, date }: YearData, notice: Notice, title: string, subject: string): Definition {
  return {
    pageSize: 'A4',
    pageOrientation: 'portrait',
    pageMargins: MARGINS,
    language: 'zh-CN',
    info: { title, author: oneLine(evaluation.organiser), subject: oneLine(subject), creationDate: date },
    defaultStyle: { font: 'serif', fontSize: BODY },
    footer: { words: '', style: 'dashes' },
    content: [
      { text: notice.title, fontSize: TITLE, bold: true, alignment: 'center', lineHeight: 1.1 },
      ...(notice.remark === null ? [] : [remark(notice.remark)]),
      { text: '', margin: [0, 0, 0, BODY] },
      ...contentsOf(notice.blocks),
    ],
  }
}

function remark(words: string): Content {
  return { text: `（${words}）`, fontSize: 12, alignment: 'center', margin: [0, 2, 0, 0] }
}

/** Rows of a long list that go along with the signature. */
const ROWS_KEPT = 2
/** A list of so few rows and words is never split between pages. */
const SHORT_ROWS = 6
const SHORT_CHARACTERS = 240

/** The blocks in order; what closes a notice stays together with the last of what it closes, never on a page alone (7.3.5.1). */
function contentsOf(blocks: readonly NoticeBlock[]): Content[] {
  const from = closingFrom(blocks)
  if (from === null) return blocks.map(contentOf)
  const before = blocks.slice(0, from)
  const list = before.at(-1)
  const tail = blocks.slice(from).map(contentOf)
  if (list?.kind === 'table' && isShortList(list))
    return [
      ...before.slice(0, -1).map(contentOf),
      { unbreakable: true, headlineLevel: 2, stack: [table(list), ...tail] },
    ]
  if (list?.kind !== 'table' || list.rows.length <= ROWS_KEPT + 1)
    return [...before.map(contentOf), { unbreakable: true, headlineLevel: 2, stack: tail }]
  const cut = list.rows.length - ROWS_KEPT
  return [
    ...before.slice(0, -1).map(contentOf),
    { ...table({ ...list, rows: list.rows.slice(0, cut) }), margin: [0, 4, 0, 0] },
    { unbreakable: true, headlineLevel: 2, stack: [lastRows({ ...list, rows: list.rows.slice(cut) }), ...tail] },
  ]
}

function isShortList({ rows }: NoticeTable): boolean {
  return rows.length <= SHORT_ROWS && rows.flat().join('').length <= SHORT_CHARACTERS
}

function contentOf(block: NoticeBlock): Content {
  switch (block.kind) {
    case 'text':
      return { text: block.text, alignment: 'justify', leadingIndent: 2 * BODY, lineHeight: LINE, headlineLevel: 2 }
    case 'heading':
      return { text: block.text, bold: true, leadingIndent: 2 * BODY, lineHeight: LINE, headlineLevel: 1 }
    case 'plain':
      return { text: block.text, lineHeight: LINE, headlineLevel: 2 }
    case 'small':
      return { text: block.text, fontSize: 10, margin: [0, 2, 0, 2] }
    case 'space':
      return { text: ' ', lineHeight: LINE }
    case 'cut':
      return {
        canvas: [{ type: 'line', x1: 0, y1: 14, x2: WIDTH, y2: 14, lineWidth: 0.6, dash: { length: 4 } }],
        margin: [0, 8, 0, 12],
      }
    case 'table':
      return isShortList(block) ? { unbreakable: true, headlineLevel: 2, stack: [table(block)] } : table(block)
    case 'signature':
      return {
        // The date below the name's middle, some four characters from the edge.
        headlineLevel: 2,
        stack: [
          { text: block.who, lineHeight: LINE },
          { text: block.date, lineHeight: LINE },
        ],
        alignment: 'center',
        margin: [WIDTH * 0.42, BODY * 1.5, BODY * 2, 0],
      }
  }
}

function table(list: NoticeTable): TableNode {
  const { widths, body } = cellsOf(list)
  const head = list.head.map((words): TextNode => ({ ...cellOf(list, widths, words, -1), bold: true }))
  return {
    layout: 'grid',
    headlineLevel: 2,
    margin: [0, 4, 0, 8],
    table: { widths, headerRows: 1, keepWithHeaderRows: 1, dontBreakRows: true, body: [head, ...body] },
  }
}

/** The end of a list whose beginning stands above it, or on the page before; the line between them is one line. */
function lastRows(list: NoticeTable): TableNode {
  return { layout: 'grid', margin: [0, -LINE_WIDTH, 0, 8], table: cellsOf(list) }
}

function cellsOf(list: NoticeTable): {
  readonly widths: readonly number[]
  readonly body: readonly (readonly TextNode[])[]
} {
  const total = list.shares.reduce((sum, share) => sum + share, 0)
  const room = WIDTH - list.head.length * CELL - 1
  const widths = list.shares.map(share => (share / total) * room)
  return { widths, body: list.rows.map(row => row.map((words, column) => cellOf(list, widths, words, column))) }
}

function cellOf(
  { left = [], names = [] }: NoticeTable,
  widths: readonly number[],
  words: string,
  column: number,
): TextNode {
  return {
    ...(names.includes(column) ? nameText(words, widths[column] ?? 0) : { text: words, fontSize: TABLE }),
    alignment: left.includes(column) ? 'left' : 'center',
    verticalAlignment: 'middle',
  }
}

/** A name on one line, or a long one on a line for each part: `阿卜杜热合曼·` above `买买提明`. */
function nameText(name: string, width: number): TextNode {
  const parts = name.split('·')
  if (parts.length === 1 || textWidth(name, LEAST_NAME) <= width) return fitted(name, width, TABLE)
  const lines = parts.map((part, index) => (index < parts.length - 1 ? `${part}·` : part))
  const sizes = lines.map(line => fittedSize(line, width, TABLE, LEAST_NAME))
  return { text: lines.join('\n'), fontSize: Math.min(...sizes) }
}
