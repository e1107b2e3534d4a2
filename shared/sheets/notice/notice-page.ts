import { blockList } from '#shared/sheets/paper/block-list.ts'
import type { Content, Definition, TableNode, TextNode } from '#shared/sheets/paper/definition.ts'
import { oneLine } from '#shared/sheets/paper/text.ts'
import { nameLines, textWidth } from '#shared/sheets/paper/text-width.ts'
import type { YearData } from '#shared/sheets/year-data.ts'
import { closingFrom } from './closing-blocks.ts'
import { isShortList, leadOf } from './list-lead.ts'
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
/** A name that takes more of the width has two lines. */
const MOST_SIGNED = 0.75
/** What is left for the upper half of a seal, in points. */
const SEAL = 2 * LINE * BODY * 1.448

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
      ...(notice.number === undefined ? [] : [documentNumber(notice.number)]),
      { text: notice.title, fontSize: TITLE, bold: true, alignment: 'center', lineHeight: 1.1 },
      ...(notice.remark === null ? [] : [remark(notice.remark)]),
      { text: '', margin: [0, 0, 0, BODY] },
      ...contentsOf(notice.blocks),
    ],
  }
}

/** 发文字号, centred above the title (7.2.5); a red head that is put on later has its own place for it. */
function documentNumber(words: string): Content {
  return { text: words, alignment: 'center', lineHeight: LINE, margin: [0, 0, 0, BODY] }
}

function remark(words: string): Content {
  return { text: `（${words}）`, fontSize: 12, alignment: 'center', margin: [0, 2, 0, 0] }
}

/** Rows of a long list that go along with the signature. */
const ROWS_KEPT = 2

/** The blocks in order; what closes a notice stays together with the last of what it closes, never on a page alone (7.3.5.1). */
function contentsOf(blocks: readonly NoticeBlock[]): Content[] {
  const from = closingFrom(blocks)
  if (from === null) return flow(blocks)
  const before = blocks.slice(0, from)
  const list = before.at(-1)
  const tail = blocks.slice(from).map(contentOf)
  if (list?.kind === 'table' && isShortList(list)) {
    const first =
      [3, 2].map(count => before.length - count).find(at => leadOf(before.slice(at, -1)) === before.length - 1 - at) ??
      before.length - 1
    return [...flow(before.slice(0, first)), together([...before.slice(first).map(bare), ...tail])]
  }
  if (list?.kind !== 'table' || list.rows.length <= ROWS_KEPT + 1) return [...flow(before), together(tail)]
  return [...flow(before.slice(0, -1), list), closedTable(list, tail)]
}

/** Blocks one after another, `next` below them: words that lead up to a list stay on the page on which it begins. */
function flow(blocks: readonly NoticeBlock[], next?: NoticeBlock): Content[] {
  const contents: Content[] = []
  for (let index = 0; index < blocks.length; ) {
    const lead = leadOf(blocks.slice(index))
    const list = blocks[index + lead]
    if (list?.kind === 'table' && isShortList(list)) {
      contents.push(together(blocks.slice(index, index + lead + 1).map(bare)))
      index += lead + 1
      continue
    }
    const leads = (list ?? next)?.kind === 'table'
    const end = index + Math.max(lead, 1)
    for (const block of blocks.slice(index, end))
      contents.push({ ...contentOf(block), ...(leads && block.kind !== 'table' ? { headlineLevel: 1 as const } : {}) })
    index = end
  }
  return contents
}

function together(stack: readonly Content[]): Content {
  return { unbreakable: true, headlineLevel: 2, stack }
}

/** A block inside of what is kept together already. */
function bare(block: NoticeBlock): Content {
  return block.kind === 'table' ? table(block) : contentOf(block)
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
      return isShortList(block) ? together([table(block)]) : table(block)
    case 'signature':
      return signature(block.who, block.date)
  }
}

/**
 * Who issues it above the date, both around one middle, the date four characters from the edge (7.3.5.1); two lines above them
 * are left for the seal (42 mm), whose top then is less than a line below the text.
 */
function signature(who: string, date: string): Content {
  const dated = textWidth(date, BODY)
  const wide = Math.min(Math.max(textWidth(who, BODY), dated), WIDTH * MOST_SIGNED)
  const right = Math.max(0, 4 * BODY - (wide - dated) / 2)
  return {
    headlineLevel: 2,
    stack: [
      { text: who, lineHeight: LINE },
      { text: date, lineHeight: LINE },
    ],
    alignment: 'center',
    margin: [WIDTH - right - wide - 1, SEAL, right - 1, 0],
  }
}

/** A long list with what closes it: the last rows go along with that, and its page has the list's head too. */
function closedTable(list: NoticeTable, tail: readonly Content[]): Content {
  const { widths, head, body } = cellsOf(list)
  const cut = body.length - ROWS_KEPT
  const blocks = [...body.slice(0, cut).map(row => [row]), body.slice(cut)]
  const below: Content = { stack: tail, margin: [0, 8, 0, 0] }
  return {
    headlineLevel: 2,
    margin: [0, 4, 0, 0],
    stack: [blockList({ widths, head: [head], blocks, tail: [below], layout: 'grid' })],
  }
}

function table(list: NoticeTable): TableNode {
  const { widths, head, body } = cellsOf(list)
  return {
    layout: 'grid',
    headlineLevel: 2,
    margin: [0, 4, 0, 8],
    table: { widths, headerRows: 1, keepWithHeaderRows: 1, dontBreakRows: true, body: [head, ...body] },
  }
}

function cellsOf(list: NoticeTable): {
  readonly widths: readonly number[]
  readonly head: readonly TextNode[]
  readonly body: readonly (readonly TextNode[])[]
} {
  const total = list.shares.reduce((sum, share) => sum + share, 0)
  const room = WIDTH - list.head.length * CELL - 1
  const widths = list.shares.map(share => (share / total) * room)
  return {
    widths,
    head: list.head.map(words => ({ ...cellOf(list, widths, words, -1), bold: true })),
    body: list.rows.map(row => row.map((words, column) => cellOf(list, widths, words, column))),
  }
}

function cellOf(
  { left = [], names = [] }: NoticeTable,
  widths: readonly number[],
  words: string,
  column: number,
): TextNode {
  return {
    ...(names.includes(column)
      ? nameLines(words, widths[column] ?? 0, TABLE, LEAST_NAME)
      : { text: words, fontSize: TABLE }),
    alignment: left.includes(column) ? 'left' : 'center',
    verticalAlignment: 'middle',
  }
}
