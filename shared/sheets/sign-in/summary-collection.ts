import { prose } from '#shared/sheets/paper/cells.ts'
import type { Content, Definition } from '#shared/sheets/paper/definition.ts'
import { page } from '#shared/sheets/paper/page.ts'
import { oneLine, paragraphs } from '#shared/sheets/paper/text.ts'
import { type MeetingSheet, sheetDate, whenAndWhere } from './meeting-sheet.ts'

/** 述职汇编: half a page of each appraised person's year, in the order of the ballot, to lay on the tables. */
export function summaryCollection(sheet: MeetingSheet): Definition {
  const { plan, setUp, evaluation } = sheet
  return page({
    orientation: 'portrait',
    title: '述职汇编',
    subject: plan.title,
    organiser: evaluation.organiser,
    date: sheetDate(sheet),
    content: [
      { text: '述　职　汇　编', fontSize: 20, bold: true, alignment: 'center' },
      { text: oneLine(plan.title, 60), fontSize: 12, alignment: 'center' },
      { text: whenAndWhere(plan), alignment: 'center', margin: [0, 0, 0, 8] },
      ...setUp.instructors.map(
        ({ name, unit, summary }, index): Content => ({
          unbreakable: true,
          margin: [0, 0, 0, 10],
          stack: [
            {
              text: [
                { text: `${index + 1}　${oneLine(name, 20)}`, bold: true, fontSize: 12 },
                { text: `　　${oneLine(unit, 40)}` },
              ],
              margin: [0, 0, 0, 2],
            },
            ...prose(summary === undefined ? ['（本人未提交年度总结）'] : paragraphs(summary)),
          ],
        }),
      ),
    ],
  })
}
