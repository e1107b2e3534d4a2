import { slipLink } from '#shared/domain/ballot/plan/slip-address.ts'
import type { MeetingSetUp } from '#shared/domain/ballot/set-up/meeting-set-up.ts'
import type { Content, Definition, TableNode } from '#shared/sheets/paper/definition.ts'
import { dateWords, oneLine } from '#shared/sheets/paper/text.ts'
import { fitted } from '#shared/sheets/paper/text-width.ts'

export type SlipSheet = {
  readonly setUp: MeetingSetUp
  /** In random order; their order on the pages is this one, group by group. */
  readonly slips: readonly { readonly group: string; readonly code: string }[]
  /** The address in the QR; null: no QR, the code is typed. */
  readonly address: string | null
  readonly organiser: string
  /** The meeting's date, ISO; null where it is not fixed yet. */
  readonly date: string | null
  readonly year: number
}

const COLUMNS = 2
const ROWS = 5
const SLIP_HEIGHT = 150
const SLIP_WIDTH = 265
// Three points a module for an address of up to some thirty characters.
const QR = 100
// Four modules stay white around a code, away from the line that is cut along and from the words beside it.
const QUIET = 12
// pdfmake's cell padding of a grid.
const PADDING = 8

/**
 * 测评码条: ten to a page, to be cut along the lines; each group begins a new page. A slip holds its group, its code and
 * nothing that tells it from others: no serial, no name, no place in an order. Source: PROMISES.md "Slips".
 */
export function meetingSlips(sheet: SlipSheet): Definition {
  const { setUp, slips, organiser, date, year } = sheet
  const groups = setUp.groups.filter(group => slips.some(slip => slip.group === group.id))
  return {
    pageSize: 'A4',
    pageOrientation: 'portrait',
    pageMargins: [28, 26, 28, 40],
    language: 'zh-CN',
    info: {
      title: '测评码条',
      author: oneLine(organiser),
      subject: oneLine(setUp.title),
      creationDate: date ?? `${year}-12-31`,
    },
    defaultStyle: { font: 'serif', fontSize: 10 },
    footer: { words: '测评码条　沿线裁开；投票前在会场由本人抽取' },
    content: groups.flatMap((group, index): Content[] => {
      const own = slips.filter(slip => slip.group === group.id)
      const pages = chunks(own, COLUMNS * ROWS)
      return pages.map((page, place) => slipPage(sheet, group, page, index > 0 || place > 0))
    }),
  }
}

function slipPage(
  sheet: SlipSheet,
  group: MeetingSetUp['groups'][number],
  slips: readonly { readonly code: string }[],
  newPage: boolean,
): TableNode {
  const rows = chunks(slips, COLUMNS)
  return {
    layout: 'grid',
    ...(newPage ? { pageBreak: 'before' as const } : {}),
    table: {
      widths: [SLIP_WIDTH - PADDING, SLIP_WIDTH - PADDING],
      heights: rows.map(() => SLIP_HEIGHT - 6),
      dontBreakRows: true,
      body: rows.map(row =>
        Array.from({ length: COLUMNS }, (_, column) => {
          const slip = row[column]
          return slip ? { stack: slipContent(sheet, group, slip.code) } : {}
        }),
      ),
    },
  }
}

function slipContent(
  { setUp, address, date }: SlipSheet,
  group: MeetingSetUp['groups'][number],
  code: string,
): Content[] {
  const width = SLIP_WIDTH - PADDING - 8
  const head: Content = { ...fitted(oneLine(setUp.title, 40), width, 10), alignment: 'center', margin: [0, 3, 0, 4] }
  const kind: Content = {
    text: [
      { text: `${oneLine(group.id, 8)}　`, bold: true, fontSize: 17 },
      { text: oneLine(group.name, 14), bold: true, fontSize: 12 },
    ],
  }
  const typed: Content = {
    text: code,
    bold: true,
    fontSize: address === null ? 13 : 12,
    noWrap: true,
    margin: [0, 4, 0, 4],
  }
  const hints = address === null ? CODE_HINTS : QR_HINTS
  const side: Content[] = [
    kind,
    typed,
    ...hints.map((text): Content => ({ text, fontSize: 8, lineHeight: 1.1 })),
    ...(date === null ? [] : [{ text: `仅限${dateWords(date)}会议使用`, fontSize: 8, margin: [0, 3, 0, 0] as const }]),
  ]
  if (address === null) return [head, { stack: side, alignment: 'center' }]
  return [
    head,
    {
      columns: [
        { qr: slipLink(address, code), eccLevel: 'M', fit: QR, width: QUIET + QR, margin: [QUIET, 4, 0, 0] },
        { stack: side, width: '*' },
      ],
      columnGap: QUIET,
      margin: [0, 4, 0, 0],
    },
  ]
}

const CODE_HINTS = [
  '手机连会场 Wi-Fi，扫大屏二维码，输入上面的16位码',
  '不记名；一码一票，投出后不能改；遗失请找监票人补领',
]
const QR_HINTS = ['先连会场 Wi-Fi，再扫码投票', '不记名；一码一票，投出后不能改', '遗失请找监票人补领']

function chunks<T>(items: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, index) =>
    items.slice(index * size, (index + 1) * size),
  )
}
