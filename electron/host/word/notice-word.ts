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
import { isShortList, leadOf } from '#shared/sheets/notice/list-lead.ts'
import type { Notice, NoticeBlock, NoticeTable } from '#shared/sheets/notice/notice.ts'
import { textWidth } from '#shared/sheets/paper/text-width.ts'
import { fontTable } from './font-table.ts'
import { stableZip } from './stable-zip.ts'

// GB/T 9704-2012 in Word's measures: twentieths of a point, type in half points. The fonts are those of every WPS; what a
// machine without them shows is said in `font-table.ts`.
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
/** An exact line's foot is its text's: a list right below would touch it. */
const ABOVE_LIST = { ...LINE, after: 120 }
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
    styles: {
      default: {
        document: { run: { font: font('body'), size: BODY, language: { value: 'en-US', eastAsia: 'zh-CN' } } },
      },
    },
    sections: [
      {
        properties: { page: PAGE },
        ...(about.sample ? { headers: { default: sampleHeader(), even: sampleHeader() } } : {}),
        footers: { default: pageNumber(AlignmentType.RIGHT), even: pageNumber(AlignmentType.LEFT) },
        children: [
          ...(notice.number === undefined ? [] : [documentNumber(notice.number)]),
          ...notice.title.split('\n').map(line => centred(line, TITLE, 'title')),
          ...(notice.remark === null ? [] : [centred(`（${notice.remark}）`, TABLE, 'body')]),
          new Paragraph({ spacing: LINE, children: [] }),
          ...wordBlocks(notice.blocks),
        ],
      },
    ],
  })
  return stableZip(await Packer.toBuffer(document), new Map([['word/fontTable.xml', fontTable()]]))
}

function font(name: keyof typeof FONTS) {
  const family = FONTS[name]
  // The hint: “ ” … are Chinese punctuation here, not Latin.
  return { ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia: family, cs: family, hint: 'eastAsia' }
}

function run(text: string, size: number, name: keyof typeof FONTS): TextRun {
  return new TextRun({ text, size, font: font(name) })
}

function centred(text: string, size: number, name: keyof typeof FONTS): Paragraph {
  return new Paragraph({ alignment: AlignmentType.CENTER, children: [run(text, size, name)] })
}

/** 发文字号, for whoever prints without a red head. */
function documentNumber(text: string): Paragraph {
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    spacing: { ...LINE, after: LINE.line / 2 },
    children: [run(text, BODY, 'body')],
  })
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
  const from = closingFrom(blocks) ?? blocks.length
  const cut = blocks.findIndex(block => block.kind === 'cut')
  return blocks.flatMap((block, index) => {
    const isListBefore = index === from - 1 && block.kind === 'table'
    const lead = leadOf(blocks.slice(index))
    const leads = lead > 0 && blocks[index + lead]?.kind === 'table'
    // A receipt is cut off whole.
    const receipt = cut >= 0 && index >= cut && index < blocks.length - 1
    const spacing = blocks[index + 1]?.kind === 'table' ? ABOVE_LIST : LINE
    return childrenOf(block, index >= from || isListBefore || leads || receipt, spacing)
  })
}

/** A block's paragraphs; `keepNext` keeps the last of them, or the end of a list, on the page of what follows. */
function childrenOf(
  block: NoticeBlock,
  keepNext: boolean,
  spacing: typeof LINE | typeof ABOVE_LIST,
): (Paragraph | Table)[] {
  switch (block.kind) {
    case 'text':
      return [
        new Paragraph({
          spacing,
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
      return [new Paragraph({ spacing, keepNext, children: [run(block.text, BODY, 'body')] })]
    case 'small':
      return [new Paragraph({ children: [run(block.text, 20, 'body')] })]
    case 'space':
      return [new Paragraph({ spacing: LINE, children: [] })]
    case 'cut':
      return [
        new Paragraph({
          spacing: { before: 300, after: 200 },
          keepNext,
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
            indent: signatureIndent(block.who, block.date),
            // Two lines are left for the seal, as on the PDF.
            spacing: index === 0 ? { ...LINE, before: 2 * LINE.line } : LINE,
            keepNext: index === 0,
            children: [run(text, BODY, 'body')],
          }),
      )
  }
}

/** Who issues it around the middle of the date, which ends four characters from the edge (GB/T 9704-2012, 7.3.5.1). */
function signatureIndent(who: string, date: string): { readonly left: number; readonly right: number } {
  const character = BODY * 10
  // Word sets a quarter of a character between figures and Chinese: room for it on both sides.
  const wide = Math.min(Math.max(...[who, date].map(text => textWidth(text, character))), WIDTH * 0.7) + 3 * character
  const right = Math.max(0, 4 * character - (wide - textWidth(date, character)) / 2)
  return { left: Math.round(WIDTH - right - wide), right: Math.round(right) }
}

/** Rows at the end of a list that go along with what follows it. */
const ROWS_KEPT = 2

function table(list: NoticeTable, keepEnd: boolean): Table {
  const { head, shares, rows, left = [] } = list
  const isWhole = isShortList(list)
  const isKept = (index: number) =>
    isWhole ? keepEnd || index < rows.length - 1 : keepEnd && index >= rows.length - ROWS_KEPT
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
      new TableRow({ tableHeader: true, cantSplit: true, children: cells(head, 'heading', true) }),
      ...rows.map(
        (row, index) =>
          new TableRow({
            cantSplit: true,
            children: cells(row, 'body', isKept(index)),
          }),
      ),
    ],
  })
}
