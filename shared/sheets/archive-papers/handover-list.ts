import { label, value, words } from '#shared/sheets/paper/cells.ts'
import type { Content, Definition } from '#shared/sheets/paper/definition.ts'
import { heading, page, underHeading } from '#shared/sheets/paper/page.ts'
import { oneLine } from '#shared/sheets/paper/text.ts'
import { fittedSize } from '#shared/sheets/paper/text-width.ts'
import type { ArchiveBox } from './archive-box.ts'

const TITLE = '档案移交清册'
const NUMBER = 140

/** 档案移交清册: what goes to the archive office, series by series, and who gave and who took it. */
export function handoverList(box: ArchiveBox): Definition {
  const { series } = box
  const sum = (field: 'documents' | 'pages') => series.reduce((total, each) => total + each[field], 0)
  const number = (text: string) => words(text, { noWrap: true, fontSize: fittedSize(text, NUMBER, 9.5, 5) })
  return page({
    orientation: 'portrait',
    title: TITLE,
    subject: box.title,
    organiser: box.organiser,
    date: box.date,
    content: [
      ...heading(TITLE, box.year),
      underHeading(`移交单位：${oneLine(box.organiser)}`, `全宗号：${box.fonds}　机构（问题）：${box.body}`),
      { text: `案卷名称：${oneLine(box.title)}`, margin: [2, 0, 0, 4] },
      {
        layout: 'grid',
        table: {
          widths: [28, 55, NUMBER, NUMBER, 34, 34],
          heights: 26,
          dontBreakRows: true,
          headerRows: 1,
          body: [
            ['序号', '保管期限', '起始档号', '终止档号', '件数', '页数'].map(head => label(head)),
            ...series.map((each, index) => [
              value(String(index + 1)),
              value(each.retention),
              number(each.from),
              number(each.to),
              value(String(each.documents)),
              value(String(each.pages)),
            ]),
            [
              value(''),
              label('合　计'),
              value(''),
              value(''),
              value(String(sum('documents'))),
              value(String(sum('pages'))),
            ],
          ],
        },
      },
      {
        text: '附：归档文件目录（纸质、电子各一份），电子档案一份（含清单、说明文件和考评数据）。',
        fontSize: 10,
        margin: [2, 8, 2, 4],
      },
      { text: '清单.sha256 的 SHA-256（归档时程序显示，双方核对后抄录）：', fontSize: 10, margin: [2, 4, 2, 4] },
      { text: '＿'.repeat(44), fontSize: 10, margin: [2, 8, 2, 30] },
      signers(['移交单位（盖章）', '移 交 人', '单位负责人'], ['接收单位（盖章）', '接 收 人', '档案部门负责人']),
    ],
  })
}

function signers(left: readonly string[], right: readonly string[]): Content {
  const side = (who: readonly string[]): Content => ({
    stack: [
      ...who.map(each => ({ text: `${each}：`, margin: [2, 0, 0, 26] as const })),
      { text: '　　　　年　　　月　　　日', margin: [2, 0, 0, 0] as const },
    ],
  })
  return {
    columns: [
      { ...side(left), width: '*' },
      { ...side(right), width: '*' },
    ],
    columnGap: 20,
  }
}
