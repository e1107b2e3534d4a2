import { blockList } from '#shared/sheets/paper/block-list.ts'
import { words } from '#shared/sheets/paper/cells.ts'
import type { Cell, Content, Definition } from '#shared/sheets/paper/definition.ts'
import { heading, LANDSCAPE_WIDTH, page, underHeading } from '#shared/sheets/paper/page.ts'
import { middle, plainTable, prosy } from '#shared/sheets/paper/plain-table.ts'
import { dateWords, oneLine, paragraphs } from '#shared/sheets/paper/text.ts'
import { fittedSize } from '#shared/sheets/paper/text-width.ts'

const TITLE = '档案销毁清册'
const SIZE = 9.5

type Document = {
  readonly number: string
  readonly title: string
  readonly pages: number
  /** 10 年 … */
  readonly retention: string
  readonly due: string
}

/** What the register tells of a destruction. */
type Register = {
  readonly year: number
  readonly sequence: number
  readonly date: string
  readonly opinion: string
  readonly appraisers: readonly string[]
  readonly approver: string
  readonly supervisors: readonly [string, string]
  readonly documents: readonly Document[]
  /** Files of the year's data that go with the last document. */
  readonly data: readonly unknown[]
}

/**
 * 档案销毁清册: what was destroyed, document by document, by whose appraisal and approval, and the two who saw it done; it is
 * kept permanently. Sources: 档案法 (2020) art. 31; 机关档案管理规定 (国家档案局令第 13 号): a register, two supervisors who sign.
 */
export function destructionRegister(
  register: Register,
  { organiser, title }: { readonly organiser: string; readonly title: string },
): Definition {
  const { documents, date } = register
  const rows = documents.map((document, index) => ({ ...document, sequence: index + 1 }))
  const pages = documents.reduce((total, document) => total + document.pages, 0)
  const table = plainTable<(typeof rows)[number]>(
    [
      { head: '序号', width: 32, cell: row => middle(String(row.sequence), SIZE) },
      { head: '档　　号', width: 176, cell: (row, width) => onOneLine(row.number, width) },
      { head: '题　　名', width: { share: 1 }, cell: row => prosy(row.title, SIZE) },
      { head: '页数', width: 36, cell: row => middle(String(row.pages), SIZE) },
      { head: '保管期限', width: 58, cell: row => middle(row.retention, SIZE) },
      { head: '到期日', width: 70, cell: row => middle(row.due, SIZE) },
      { head: '备　注', width: 60, cell: () => middle('', SIZE) },
    ],
    LANDSCAPE_WIDTH,
    SIZE,
  )
  return page({
    orientation: 'landscape',
    title: TITLE,
    subject: title,
    organiser,
    date,
    content: [
      ...heading(TITLE, register.year),
      underHeading(
        `立档单位：${oneLine(organiser, 50)}`,
        `第 ${register.sequence} 次销毁　共 ${documents.length} 件 ${pages} 页`,
      ),
      blockList({
        widths: table.widths,
        head: table.head,
        blocks: rows.map(row => [table.row(row)]),
        tail: [conclusion(register), signatures(register)],
      }),
    ],
  })
}

function conclusion({ opinion, data }: Register): Content {
  const lines = [
    ...paragraphs(opinion).map((text, index) => (index === 0 ? `鉴定意见：${text}` : text)),
    ...(data.length === 0 ? [] : ['全部文件均已到期销毁，考评数据（考评文件、计分结果、考评方案）一并销毁。']),
    '以上文件的电子件在监销人监督下删除，纸质件同时销毁；校验清单、目录和本清册不销毁，本清册永久保存。',
    '销毁记录的 SHA-256（销毁时程序显示，请抄录）：＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿',
  ]
  return {
    stack: lines.map(text => ({ text, fontSize: 10, lineHeight: 1.25, margin: [2, 2, 2, 0] as const })),
    margin: [0, 8, 0, 0],
  }
}

function signatures({ appraisers, approver, supervisors, date }: Register): Content {
  const signed = (who: string, name: string): Content => ({
    text: `${who}：${oneLine(name, 40)}　签名：＿＿＿＿＿＿＿＿`,
    fontSize: 10,
    margin: [2, 0, 2, 14],
  })
  return {
    columns: [
      { stack: [signed('鉴定人', appraisers.join('、')), signed('批准人', approver)], width: '*' },
      { stack: supervisors.map(name => signed('监销人', name)), width: '*' },
      { text: `销毁日期：${dateWords(date)}`, fontSize: 10, alignment: 'right', width: 'auto', noWrap: true },
    ],
    columnGap: 12,
    margin: [0, 18, 0, 0],
  }
}

function onOneLine(text: string, width: number): Cell {
  return words(text, { noWrap: true, fontSize: fittedSize(text, width, SIZE, 5) })
}
