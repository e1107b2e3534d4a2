import { blockList } from '#shared/sheets/paper/block-list.ts'
import { label, value, words } from '#shared/sheets/paper/cells.ts'
import type { Cell, Definition } from '#shared/sheets/paper/definition.ts'
import { heading, LANDSCAPE_WIDTH, page } from '#shared/sheets/paper/page.ts'
import { oneLine } from '#shared/sheets/paper/text.ts'
import { fittedSize, textWidth } from '#shared/sheets/paper/text-width.ts'

const TITLE = '归档文件目录'
const SIZE = 9
/** Paddings and line of one cell of a `dense` table. */
const CELL = 4.6

/** One row: a document under its reference number. */
export type CatalogueRow = {
  readonly sequence: number
  readonly number: string
  readonly documentNumber: string
  readonly responsible: string
  readonly title: string
  /** Eight digits. */
  readonly date: string
  readonly secrecy: string
  readonly pages: number
  readonly note: string
}

/**
 * 归档文件目录, A4 landscape, the columns of DA/T 22-2015. It is no entry of `forms`: it lists the printed sheets, so it can
 * only be made when they are. `date` is an ISO date of the data's own.
 */
export function archiveCatalogue(archive: {
  readonly year: number
  readonly title: string
  readonly organiser: string
  readonly fonds: string
  readonly body: string
  readonly date: string
  readonly rows: readonly CatalogueRow[]
}): Definition {
  const { rows } = archive
  const columns = columnsOf(rows)
  const fixed = columns.reduce((total, { width }) => total + (width ?? 0), 0)
  const left = LANDSCAPE_WIDTH - fixed - columns.length * CELL - 1
  const pages = rows.reduce((total, row) => total + row.pages, 0)
  return page({
    orientation: 'landscape',
    title: TITLE,
    subject: archive.title,
    organiser: archive.organiser,
    date: archive.date,
    content: [
      ...heading(TITLE, archive.year),
      {
        // Not `underHeading`, which shortens its right end: codes are never cut.
        columns: [
          { text: `立档单位：${oneLine(archive.organiser, 50)}`, width: '*' },
          {
            text: `全宗号：${archive.fonds}　　机构（问题）：${archive.body}　　共${rows.length}件${pages}页`,
            width: 'auto',
            alignment: 'right',
            noWrap: true,
          },
        ],
        columnGap: 12,
        margin: [2, 0, 2, 3],
      },
      blockList({
        widths: columns.map(({ width }) => width ?? left),
        head: [columns.map(({ head }) => label(head, { fontSize: SIZE, margin: [0, 2, 0, 2] }))],
        blocks: rows.map(row => [columns.map(({ cell }) => cell(row))]),
      }),
    ],
  })
}

/** Without a width, a column takes what is left. */
type Column = { readonly head: string; readonly width?: number; readonly cell: (row: CatalogueRow) => Cell }

function columnsOf(rows: readonly CatalogueRow[]): readonly Column[] {
  const longest = (text: (row: CatalogueRow) => string) =>
    rows.reduce((width, row) => Math.max(width, textWidth(oneLine(text(row)), SIZE) + 1), 0)
  const numberWidth = held(
    longest(row => row.number),
    60,
    190,
  )
  // A long name of a union takes two lines rather than four, an ordinary one of several keeps its own.
  const oneOf = longest(row => row.responsible.split('、').reduce((a, b) => (b.length > a.length ? b : a), ''))
  const responsibleWidth = held(Math.max(longest(row => row.responsible) / 2, Math.min(oneOf, 112)) + SIZE, 92, 175)
  const noteWidth = held(
    longest(row => row.note),
    40,
    110,
  )
  return [
    { head: '序号', width: 24, cell: row => value(String(row.sequence), { fontSize: SIZE }) },
    { head: '档　　号', width: numberWidth, cell: row => onOneLine(row.number, numberWidth) },
    { head: '文　号', width: 52, cell: row => value(oneLine(row.documentNumber), { fontSize: SIZE }) },
    {
      head: '责任者',
      width: responsibleWidth,
      cell: row => value(unionLines(row.responsible, responsibleWidth), { fontSize: SIZE }),
    },
    { head: '题　　名', cell: row => words(oneLine(row.title), { fontSize: SIZE, margin: [1, 1, 1, 1] }) },
    { head: '日　期', width: 46, cell: row => value(row.date, { fontSize: SIZE, noWrap: true }) },
    { head: '密级', width: 24, cell: row => value(oneLine(row.secrecy), { fontSize: SIZE }) },
    { head: '页数', width: 24, cell: row => value(String(row.pages), { fontSize: SIZE }) },
    { head: '备　注', width: noteWidth, cell: row => value(oneLine(row.note), { fontSize: SIZE }) },
  ]
}

/** Several unions that do not fit on one line: each begins its own. */
function unionLines(names: string, width: number): string {
  const line = oneLine(names)
  return textWidth(line, SIZE) > width ? line.replaceAll('、', '、\n') : line
}

function held(width: number, least: number, most: number): number {
  return Math.min(most, Math.max(least, width))
}

function onOneLine(text: string, width: number): Cell {
  return words(text, { noWrap: true, fontSize: fittedSize(text, width, SIZE, 5) })
}
