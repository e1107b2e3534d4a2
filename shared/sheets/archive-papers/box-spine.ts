import { label, value } from '#shared/sheets/paper/cells.ts'
import type { Content, Definition } from '#shared/sheets/paper/definition.ts'
import { page } from '#shared/sheets/paper/page.ts'
import { fittedSize } from '#shared/sheets/paper/text-width.ts'
import type { ArchiveBox, BoxSeries } from './archive-box.ts'

const TITLE = '盒脊'
// A spine of 30 mm, as high as the box is: 310 mm would not fit on A4, so the strip holds the printed fields only.
const WIDTH = 85
const PER_PAGE = 4

/** 盒脊: one strip a retention to cut out and stick on the box. Source: DA/T 22-2015, 5.7. */
export function boxSpine(box: ArchiveBox): Definition {
  const pages = Math.max(1, Math.ceil(box.series.length / PER_PAGE))
  return page({
    orientation: 'portrait',
    title: TITLE,
    subject: box.title,
    organiser: box.organiser,
    date: box.date,
    content: Array.from({ length: pages }, (_, index): Content => {
      const strips = box.series.slice(index * PER_PAGE, (index + 1) * PER_PAGE)
      return {
        stack: [
          { text: '沿线剪下，贴于档案盒盒脊；盒号由档案部门编定。', fontSize: 9, margin: [0, 0, 0, 8] },
          {
            columns: strips.map(series => ({ ...strip(box, series), width: WIDTH + 10 })),
            columnGap: 20,
          },
        ],
        ...(index > 0 ? { pageBreak: 'before' as const } : {}),
      }
    }),
  })
}

function strip(box: ArchiveBox, series: BoxSeries): Content {
  const items = [series.from, series.to].map(number => number.slice(number.search(/\d+$/)))
  const fields: readonly (readonly [string, string])[] = [
    ['全宗号', box.fonds],
    ['年　度', String(box.year)],
    ['保管期限', series.retention],
    ['机构（问题）', box.body],
    ['起止件号', series.documents > 1 ? `${items[0]}\n至\n${items[1]}` : `\n${items[0]}\n\u00a0`],
    ['盒　号', ''],
  ]
  return {
    layout: 'grid',
    table: {
      widths: [WIDTH],
      body: fields.flatMap(([name, text]) => [
        [label(name, { fontSize: 10, margin: [0, 3, 0, 3] })],
        [
          value(text, {
            fontSize: fittedSize(text.trim().split('\n')[0] ?? '', WIDTH, 15, 6),
            bold: true,
            margin: [0, 14, 0, 14],
          }),
        ],
      ]),
    },
  }
}
