import type { SetUpGroup } from '#shared/domain/ballot/set-up/meeting-set-up.ts'
import { alignedName } from '#shared/sheets/name-words.ts'
import { blockList } from '#shared/sheets/paper/block-list.ts'
import { lineCell } from '#shared/sheets/paper/cells.ts'
import type { Cell, Content, Definition } from '#shared/sheets/paper/definition.ts'
import { PORTRAIT_WIDTH, page } from '#shared/sheets/paper/page.ts'
import { oneLine } from '#shared/sheets/paper/text.ts'
import { fitted, nameLines } from '#shared/sheets/paper/text-width.ts'
import { type MeetingSheet, sheetDate } from '#shared/sheets/sign-in/meeting-sheet.ts'
import { fillingWords } from './filling-words.ts'

/** The row's, as whoever keys the ballot in sees it on the screen. */
const NUMBER = 18
const NAME = 64
/** A name that would be smaller on one line is broken at its dot. */
const LEAST_NAME = 8.5
const INDICATOR = 110
const SELF = 30
const OPTION = 44
const UNIT = 170
// Of a dense table's cell.
const PADDING = 4
/** Points above and below a line of a row, so that a pen finds its box. */
const AIR = 1.2
const LINE = 16
const PADDED = [0, AIR, 0, AIR] as const

/**
 * 民主测评票: one original of each group, to be copied as often as the plan has paper ballots. The group's letter, names in the
 * ballot's order, how to fill it in and what makes it void; no serial number, no name of a voter. Source: FORMS.md.
 */
export function paperBallots(sheet: MeetingSheet): Definition {
  const groups = sheet.setUp.groups.filter(({ id }) => sheet.groups.includes(id))
  return page({
    orientation: 'portrait',
    title: '民主测评票',
    subject: sheet.setUp.title,
    organiser: sheet.evaluation.organiser,
    date: sheetDate(sheet),
    content: groups.flatMap((group, index) => ballot(sheet, group, index > 0)),
  })
}

function ballot(sheet: MeetingSheet, group: SetUpGroup, newPage: boolean): Content[] {
  const { setUp } = sheet
  return [
    {
      layout: 'bare',
      ...(newPage ? { pageBreak: 'before' as const } : {}),
      table: {
        widths: [70, '*', 70],
        body: [
          [
            { text: oneLine(group.id, 4), fontSize: 26, bold: true, alignment: 'left' },
            { text: '民主测评票', fontSize: 20, bold: true, alignment: 'center' },
            {},
          ],
        ],
      },
    },
    { text: oneLine(setUp.title, 60), fontSize: 12, alignment: 'center' },
    { text: `（${oneLine(group.name, 30)}）`, fontSize: 11, alignment: 'center', margin: [0, 0, 0, 4] },
    ...fillingWords(setUp, group).map(
      (text, index): Content => ({ text: `${index + 1}．${text}`, fontSize: 9.5, lineHeight: 1.15 }),
    ),
    marksTable(sheet, group),
  ]
}

function marksTable({ setUp }: MeetingSheet, group: SetUpGroup): Content {
  const { scale, indicators, instructors } = setUp
  const several = indicators.length > 1
  const columns = scale.kind === 'grades' ? scale.options.map(({ label: text }) => oneLine(text, 12)) : ['得分']
  const before = 3 + (group.peers ? 1 : 0)
  const fixed = NUMBER + NAME + (group.peers ? SELF : 0) + (before + columns.length) * (PADDING + 1)
  // What names and options leave is the unit's, or with several indicators theirs, where there are not too many options.
  const room = PORTRAIT_WIDTH - fixed
  const second = Math.max(several ? 60 : 0, Math.min(several ? INDICATOR : UNIT, room - columns.length * OPTION))
  const option = Math.floor((room - second) / columns.length)
  const widths = [NUMBER, NAME, second, ...(group.peers ? [SELF] : []), ...columns.map(() => option)]
  const bold = (text: string, width: number): Cell => ({ ...lineCell(text, width, 10.5), bold: true, margin: PADDED })
  const head = [
    // The letter again: a second leaf that lies apart finds its pile.
    bold(oneLine(group.id, 4), NUMBER),
    bold('姓名', NAME),
    bold(several ? '指标' : '单位', second),
    ...(group.peers ? [bold('本人', SELF)] : []),
    ...columns.map(text => bold(text, option)),
  ]
  const down = ((indicators.length - 1) * (LINE + 2 * AIR + 2)) / 2
  const spanning = several ? { rowSpan: indicators.length } : {}
  const blocks = instructors.map((person, place) =>
    indicators.map((indicator, index): Cell[] => [
      index > 0
        ? {}
        : { ...lineCell(String(place + 1), NUMBER, 9), ...spanning, margin: [0, AIR + down + 0.7, 0, AIR] },
      index > 0
        ? {}
        : {
            ...nameLines(alignedName(oneLine(person.name, 20)), NAME, 10.5, LEAST_NAME),
            alignment: 'center' as const,
            ...spanning,
            margin: [0, AIR + down, 0, AIR],
          },
      {
        ...fitted(several ? oneLine(indicator.name, 30) : oneLine(person.unit, 40), second, 9.5),
        margin: [2, AIR + 0.7, 0, AIR],
      },
      ...(group.peers ? [index > 0 ? {} : { text: '', ...spanning }] : []),
      ...columns.map((): Cell => ({ text: '' })),
    ]),
  )
  return { margin: [0, 6, 0, 0], stack: [blockList({ widths, head: [head], blocks })] }
}
