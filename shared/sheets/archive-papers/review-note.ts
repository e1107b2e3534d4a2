import { row, value, words } from '#shared/sheets/paper/cells.ts'
import type { Content, Definition } from '#shared/sheets/paper/definition.ts'
import { heading, page, underHeading } from '#shared/sheets/paper/page.ts'
import { oneLine, tight } from '#shared/sheets/paper/text.ts'
import type { ArchiveBox } from './archive-box.ts'

const TITLE = '备考表'
/** Lines that fit beside what people write. */
const MOST_GAPS = 12

/** 备考表: what is in the box, what is missing, who put it in order and who checked it. Source: DA/T 22-2015, 5.8. */
export function reviewNote(box: ArchiveBox): Definition {
  const documents = box.series.reduce((total, series) => total + series.documents, 0)
  const pages = box.series.reduce((total, series) => total + series.pages, 0)
  const shown = box.gaps.slice(0, MOST_GAPS).map(line => tight(oneLine(line, 90)))
  const more = box.gaps.length - shown.length
  const gaps = [...shown, ...(more > 0 ? [`另有${more}项，见说明文件`] : [])]
  return page({
    orientation: 'portrait',
    title: TITLE,
    subject: box.title,
    organiser: box.organiser,
    date: box.date,
    content: [
      ...heading(TITLE, box.year),
      underHeading(`立档单位：${oneLine(box.organiser)}`, `全宗号：${box.fonds}　机构（问题）：${box.body}`),
      row(
        '盒内文件\n情　　况',
        lines([`${oneLine(box.title)}，共${documents}件${pages}页。`, ...box.series.map(seriesWords)]),
        {
          height: 110,
        },
      ),
      row('缺少材料', lines(gaps.length === 0 ? ['无'] : gaps), { height: 130 }),
      row('清单校验', words('清单.sha256 的 SHA-256（归档时程序显示，请抄录）：\n\n\n'), { height: 60 }),
      row('补充说明', value(''), { height: 150 }),
      row('整 理 人', words('签名：　　　　　　　　　　　　　　　　　　　年　　　月　　　日'), { height: 44 }),
      row('检 查 人', words('签名：　　　　　　　　　　　　　　　　　　　年　　　月　　　日'), { height: 44 }),
    ],
  })
}

function seriesWords({ retention, from, to, documents, pages }: ArchiveBox['series'][number]): string {
  return `${tight(retention)}：${documents}件${pages}页，${from}${documents > 1 ? ` 至 ${to}` : ''}`
}

function lines(texts: readonly string[]): Content {
  return { stack: texts.map(text => ({ text, fontSize: 10, margin: [0, 1, 0, 1] as const })) }
}
