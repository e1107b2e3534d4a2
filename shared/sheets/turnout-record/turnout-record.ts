import type { Meeting, MeetingGroup } from '#shared/domain/ballot/meeting.ts'
import { meetingComponent } from '#shared/domain/ballot/meeting-component.ts'
import { turnoutNotes } from '#shared/domain/ballot/plan/turnout-notes.ts'
import { roundWords } from '#shared/domain/ballot/round-words.ts'
import { appraisedText } from '#shared/sheets/appraised-text.ts'
import type { Form } from '#shared/sheets/form.ts'
import { label, value, words } from '#shared/sheets/paper/cells.ts'
import type { Cell, Content } from '#shared/sheets/paper/definition.ts'
import { heading, LANDSCAPE_WIDTH, page, underHeading } from '#shared/sheets/paper/page.ts'
import { signatureLine } from '#shared/sheets/paper/signature-line.ts'
import { dateWords, oneLine } from '#shared/sheets/paper/text.ts'
import type { YearData } from '#shared/sheets/year-data.ts'

const title = '发票收票清点单'
/** Paddings and lines of a `grid` table's cell. */
const CELL = 8.6
const HEADS = ['票　种', '应到', '实到', '印制', '发出', '收回', '剩余\n剪角作废', '有效', '无效', '备　注'] as const
const NUMBER = 52
const NOTE = 150

/** 发票收票清点单: each meeting's ballots from the printer to the urn, group by group, signed by the tellers. */
export const turnoutRecord: Form = {
  id: 'turnout-record',
  title,
  orientation: 'landscape',
  stage: 'meeting',
  per: 'year',
  definition: year => {
    const { evaluation, date } = year
    const { meetings } = evaluation
    return page({
      orientation: 'landscape',
      title,
      subject: evaluation.title,
      organiser: evaluation.organiser,
      date,
      content: [
        ...(meetings.length === 0
          ? [...titleOf(year), ...emptyPart(year)]
          : meetings.map((meeting, index) => meetingPart(year, meeting, index > 0))),
      ],
    })
  },
}

/** No meeting yet: the scheme's groups, to be filled in by hand. */
function emptyPart({ evaluation }: YearData): Content[] {
  const groups = evaluation.scheme.components.flatMap(part => (part.kind === 'ballot' ? part.groups : []))
  return [
    underHeading(`填报单位：${oneLine(evaluation.organiser)}`, '会议日期：　　　　年　　月　　日　地点：'),
    countTable(groups.map(group => [name(group.name), ...HEADS.slice(1).map(() => value(''))])),
    rules(),
    signatures(),
  ]
}

function titleOf({ evaluation }: YearData): Content[] {
  return heading(`${appraisedText(evaluation)}民主测评${title}`, evaluation.year)
}

/** A meeting's numbers with those who sign them, on a page of their own. */
function meetingPart(year: YearData, meeting: Meeting, newPage: boolean): Content {
  const { evaluation } = year
  const component = meetingComponent(meeting, evaluation.scheme)
  const nameOf = (id: string | undefined) => oneLine(component?.groups.find(group => group.id === id)?.name ?? id, 30)
  const round = roundWords(meeting, evaluation)
  const rows = meeting.groups.map(group => [
    name(nameOf(group.id)),
    ...numbersOf(group).map(number => value(String(number))),
    words(noteOf(group, nameOf), { fontSize: 9 }),
  ])
  const totals = meeting.groups
    .map(numbersOf)
    .reduce((sums, numbers) => sums.map((sum, index) => sum + (numbers[index] ?? 0)), Array<number>(8).fill(0))
  const stack = [
    ...titleOf(year),
    underHeading(
      `填报单位：${oneLine(evaluation.organiser)}`,
      `${dateWords(meeting.date)}${round === '' ? '' : `（${round}）`}　${oneLine(meeting.place, 24)}`,
    ),
    countTable([
      ...rows,
      [label('合　计', { bold: true }), ...totals.map(sum => value(String(sum), { bold: true })), value('')],
    ]),
    rules(),
    ...notes(evaluation, meeting),
    signatures(),
  ]
  return { stack, ...(newPage ? { pageBreak: 'before' as const } : {}) }
}

/** 应到 实到 印制 发出 收回 剩余 有效 无效 */
function numbersOf({ expected, attended, printed, issued, returned, void: spoilt }: MeetingGroup): number[] {
  return [expected, attended, printed, issued, returned, printed - issued, returned - spoilt, spoilt]
}

function noteOf(group: MeetingGroup, nameOf: (id: string | undefined) => string): string {
  if (group.voided !== undefined) return `${oneLine(group.voided, 30)}，整组无效`
  if (group.mergedInto !== undefined) return `有效票少，并入${nameOf(group.mergedInto)}计票`
  const lost = group.issued - group.returned
  return lost > 0 ? `未交回${lost}张` : ''
}

/** What the tellers wrote down of this meeting, where it was planned here. */
function notes({ plans }: YearData['evaluation'], meeting: Meeting): Content[] {
  const plan = plans?.find(({ id }) => id === meeting.id)
  const lines = plan ? turnoutNotes(plan, meeting) : []
  if (lines.length === 0) return []
  return ['情况说明：', ...lines].map(text => ({
    text: oneLine(text, 300),
    fontSize: 9.5,
    margin: [2, 3, 2, 0] as const,
  }))
}

function name(text: string): Cell {
  return words(oneLine(text, 30), { margin: [2, 0, 0, 0] })
}

function countTable(rows: readonly (readonly Cell[])[]): Content {
  const first = LANDSCAPE_WIDTH - 8 * NUMBER - NOTE - HEADS.length * CELL - 1
  return {
    layout: 'grid',
    table: {
      widths: [first, ...Array<number>(8).fill(NUMBER), NOTE],
      heights: 28,
      dontBreakRows: true,
      headerRows: 1,
      body: [HEADS.map(head => label(head, { bold: true, fontSize: 9.5 })), ...rows],
    },
  }
}

/** What must be true of the numbers. Source: FORMS.md "Ballots on paper". */
function rules(): Content {
  return {
    text: '说明：有效＋无效＝收回，收回不大于发出，发出不大于印制；剩余的票当众清点、剪角作废。收回多于发出的，该票种无效，重新测评。',
    fontSize: 9,
    margin: [2, 5, 2, 0],
  }
}

function signatures(): Content {
  return {
    stack: [signatureLine(['发票人', '收票人', '监票人'], 18), signatureLine(['总监票人', '监票人', '计票人'], 16)],
    margin: [0, 0, 0, 18],
  }
}
