import type { Attendee, PlanGroup } from '#shared/domain/ballot/plan/meeting-plan.ts'
import { alignedName } from '#shared/sheets/name-words.ts'
import { label, value } from '#shared/sheets/paper/cells.ts'
import type { Cell, Content, Definition } from '#shared/sheets/paper/definition.ts'
import { page, underHeading } from '#shared/sheets/paper/page.ts'
import { oneLine } from '#shared/sheets/paper/text.ts'
import { nameLines } from '#shared/sheets/paper/text-width.ts'
import { type MeetingSheet, sheetDate, whenAndWhere } from './meeting-sheet.ts'

const WIDTHS = [30, 74, 190, 100, 52] as const
const ROW_HEIGHT = 22
/** A name that would be smaller on one line is broken at its dot. */
const LEAST_NAME = 9

/**
 * 签到表, each group on pages of its own: name, unit, signature. Blank rows where nobody is on the list yet, up to the number
 * expected. Never the number of a slip or ballot. Source: FORMS.md.
 */
export function signInSheets(sheet: MeetingSheet): Definition {
  const groups = sheet.plan.groups.filter(({ id }) => sheet.groups.includes(id))
  return page({
    orientation: 'portrait',
    title: '签到表',
    subject: sheet.plan.title,
    organiser: sheet.evaluation.organiser,
    date: sheetDate(sheet),
    content: groups.flatMap((group, index) => groupContent(sheet, group, index > 0)),
  })
}

function groupContent({ plan, setUp }: MeetingSheet, group: PlanGroup, newPage: boolean): Content[] {
  const name = setUp.groups.find(({ id }) => id === group.id)?.name ?? ''
  const people: readonly (Attendee | null)[] = group.attendance ?? []
  const blank = Array.from({ length: Math.max(0, group.expected - people.length) }, () => null)
  const rows = [...people, ...blank].map((person, index): Cell[] => [
    value(String(index + 1)),
    {
      ...nameLines(alignedName(oneLine(person?.name, 20)), WIDTHS[1], 10.5, LEAST_NAME),
      alignment: 'center',
      verticalAlignment: 'middle',
    },
    { text: oneLine(person?.unit, 60), fontSize: 9.5, verticalAlignment: 'middle' },
    {},
    {},
  ])
  const head = ['序号', '姓名', '单位', '签名', '备注'].map(text => label(text, { bold: true }))
  return [
    {
      text: '签　到　表',
      fontSize: 20,
      bold: true,
      alignment: 'center',
      ...(newPage ? { pageBreak: 'before' as const } : {}),
    },
    { text: oneLine(plan.title, 60), fontSize: 12, alignment: 'center', margin: [0, 0, 0, 6] },
    underHeading(`票种${group.id}　${oneLine(name, 30)}　应到${group.expected}人`, whenAndWhere(plan)),
    {
      layout: 'grid',
      table: { widths: [...WIDTHS], heights: ROW_HEIGHT, headerRows: 1, dontBreakRows: true, body: [head, ...rows] },
    },
    { text: '实到　　　　人　　　　签到负责人：', margin: [2, 8, 0, 0] },
  ]
}
