import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  Header,
  LineRuleType,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
} from 'docx'
import { closingFrom } from '#shared/sheets/notice/closing-blocks.ts'
import type { Notice, NoticeBlock, NoticeTable } from '#shared/sheets/notice/notice.ts'
import { stableZip } from './stable-zip.ts'

// GB/T 9704-2012 in Word's measures: twentieths of a point, type in half points. The fonts are those of every WPS; a
// machine without them shows its own 仿宋 and 宋体.
const MM = 1440 / 25.4
const PAGE = {
  size: { width: Math.round(210 * MM), height: Math.round(297 * MM) },
  margin: {
    top: Math.round(37 * MM),
    left: Math.round(28 * MM),
    right: Math.round(26 * MM),
    bottom: Math.round(35 * MM),
    footer: Math.round(25 * MM),
  },
}
const WIDTH = Math.round(156 * MM)
const BODY = 32
const TITLE = 44
const TABLE = 24
const LINE = { line: Math.round((225 * MM) / 22), lineRule: LineRuleType.EXACT }
const INDENT = { firstLine: 2 * BODY * 10 }
const FONTS = { body: '仿宋_GB2312', heading: '黑体', title: '方正小标宋简体', number: '宋体' } as const

/** A notice as .docx, in the layout of GB/T 9704: the office puts its red head on. The same notice gives the same bytes. */
export async function noticeWord(
  notice: Notice,
  about: { readonly title: string; readonly organiser: string; readonly sample: boolean },
): Promise<Buffer> {
  const document = new Document({
    title: about.title,
    creator: about.organiser,
    evenAndOddHeaderAndFooters: true,
    styles: { default: { document: { run: { font: font('body'), size: BODY } } } },
    sections: [
      {
        properties: { page: PAGE },
        ...(about.sample ? { headers: { default: sampleHeader(), even: sampleHeader() } } : {}),
        footers: { default: pageNumber(AlignmentType.RIGHT), even: pageNumber(AlignmentType.LEFT) },
        children: [
          ...notice.title.split('\n').map(line => centred(line, TITLE, 'title')),
          ...(notice.remark === null ? [] : [centred(`（${notice.remark}）`, TABLE, 'body')]),
          new Paragraph({ spacing: LINE, children: [] }),
          ...wordBlocks(notice.blocks),
        ],
      },
    ],
  })
  return stableZip(await Packer.toBuffer(document))
}

function font(name: keyof typeof FONTS) {
  const family = FONTS[name]
  return { ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia: family, cs: family }
}

function run(text: string, size: number, name: keyof typeof FONTS): TextRun {
  return new TextRun({ text, size, font: font(name) })
}

function centred(text: string, size: number, name: keyof typeof FONTS): Paragraph {
  return new Paragraph({ alignment: AlignmentType.CENTER, children: [run(text, size, name)] })
}

function pageNumber(alignment: (typeof AlignmentType)['LEFT' | 'RIGHT']): Footer {
  const digits = new TextRun({ children: ['— ', PageNumber.CURRENT, ' —'], size: 28, font: font('number') })
  // 7.5: one character in from the edge of the type area.
  return new Footer({ children: [new Paragraph({ alignment, indent: { left: 280, right: 280 }, children: [digits] })] })
}

function sampleHeader(): Header {
  const words = new TextRun({ text: '示例　示例　示例', size: 72, color: 'BFBFBF', font: font('title') })
  return new Header({ children: [new Paragraph({ alignment: AlignmentType.CENTER, children: [words] })] })
}

/** The blocks in order; what closes a notice stays on one page with the last of what it closes, as on the PDF. */
function wordBlocks(blocks: readonly NoticeBlock[]): (Paragraph | Table)[] {
  const from = closingFrom(blocks)
  return blocks.flatMap((block, index) => {
    const isListBefore = from !== null && index === from - 1 && block.kind === 'table'
    return childrenOf(block, from !== null && (index >= from || isListBefore))
  })
}

/** A block's paragraphs; `keepNext` keeps the last of them, or the end of a list, on the page of what follows. */
function childrenOf(block: NoticeBlock, keepNext: boolean): (Paragraph | Table)[] {
  switch (block.kind) {
    case 'text':
      return [
        new Paragraph({
          spacing: LINE,
          indent: INDENT,
          alignment: AlignmentType.BOTH,
          keepNext,
          children: [run(block.text, BODY, 'body')],
        }),
      ]
    case 'heading':
      return [
        new Paragraph({ spacing: LINE, indent: INDENT, keepNext: true, children: [run(block.text, BODY, 'heading')] }),
      ]
    case 'plain':
      return [new Paragraph({ spacing: LINE, keepNext, children: [run(block.text, BODY, 'body')] })]
    case 'small':
      return [new Paragraph({ children: [run(block.text, 20, 'body')] })]
    case 'space':
      return [new Paragraph({ spacing: LINE, children: [] })]
    case 'cut':
      return [
        new Paragraph({
          spacing: { before: 300, after: 200 },
          border: { bottom: { style: BorderStyle.DASHED, size: 6, color: '000000', space: 1 } },
          children: [],
        }),
      ]
    case 'table':
      return [
        table(block, keepNext),
        new Paragraph({ spacing: { line: 200, lineRule: LineRuleType.EXACT }, keepNext, children: [] }),
      ]
    case 'signature':
      return [block.who, block.date].map(
        (text, index) =>
          new Paragraph({
            alignment: AlignmentType.CENTER,
            indent: { left: Math.round(WIDTH * 0.42), right: 2 * BODY * 10 },
            spacing: index === 0 ? { ...LINE, before: BODY * 15 } : LINE,
            keepNext: index === 0,
            children: [run(text, BODY, 'body')],
          }),
      )
  }
}

/** Rows at the end of a list that go along with what follows it. */
const ROWS_KEPT = 2

function table({ head, shares, rows, left = [] }: NoticeTable, keepEnd: boolean): Table {
  const total = shares.reduce((sum, share) => sum + share, 0)
  const widths = shares.map(share => Math.round((share / total) * WIDTH))
  const cells = (row: readonly string[], name: keyof typeof FONTS, keepNext = false) =>
    row.map(
      (text, column) =>
        new TableCell({
          width: { size: widths[column] ?? 0, type: WidthType.DXA },
          verticalAlign: VerticalAlign.CENTER,
          margins: { top: 40, bottom: 40, left: 80, right: 80 },
          children: [
            new Paragraph({
              keepNext,
              alignment: name === 'body' && left.includes(column) ? AlignmentType.LEFT : AlignmentType.CENTER,
              children: [run(text, TABLE, name)],
            }),
          ],
        }),
    )
  return new Table({
    columnWidths: widths,
    width: { size: WIDTH, type: WidthType.DXA },
    rows: [
      new TableRow({ tableHeader: true, cantSplit: true, children: cells(head, 'heading') }),
      ...rows.map(
        (row, index) =>
          new TableRow({
            cantSplit: true,
            children: cells(row, 'body', keepEnd && index >= rows.length - ROWS_KEPT),
          }),
      ),
    ],
  })
}
