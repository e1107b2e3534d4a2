import type { Meeting } from '#shared/domain/ballot/meeting.ts'
import { meetingComponent } from '#shared/domain/ballot/meeting-component.ts'
import { roundWords } from '#shared/domain/ballot/round-words.ts'
import { type BallotComponent, ballotComponents } from '#shared/domain/scheme/scheme.ts'
import { tenthsText } from '#shared/lib/largest-remainder.ts'
import { appraisedText } from '#shared/sheets/appraised-text.ts'
import type { Form } from '#shared/sheets/form.ts'
import { groupCounts, totalCounts } from '#shared/sheets/group-counts.ts'
import { alignedName } from '#shared/sheets/name-words.ts'
import { dateOrBlank, orBlank } from '#shared/sheets/notice/blanks.ts'
import { type Notice, type NoticeBlock, text } from '#shared/sheets/notice/notice.ts'
import { noticePage } from '#shared/sheets/notice/notice-page.ts'
import { oneLine } from '#shared/sheets/paper/text.ts'
import { NONE, scoreText } from '#shared/sheets/score-words.ts'
import type { YearData } from '#shared/sheets/year-data.ts'

const title = '计票结果报告单'

/** 计票结果报告单: what the chief teller reads out: the ballots of each group, and everybody's marks. */
export const countReport: Form = {
  id: 'count-report',
  title,
  orientation: 'portrait',
  stage: 'meeting',
  per: 'year',
  notice,
  definition: year => noticePage(year, notice(year), title, year.evaluation.title),
}

function notice(year: YearData): Notice {
  const { evaluation } = year
  const components = ballotComponents(evaluation.scheme)
  return {
    title: `${evaluation.year}年度${appraisedText(evaluation)}民主测评\n${title}`,
    remark: null,
    blocks: [
      ...(components.length === 0 ? [text('本年度考评方案不含民主测评。')] : []),
      ...evaluation.meetings.flatMap(meeting => meetingBlocks(year, meeting)),
      ...components.flatMap(component => resultBlocks(year, component)),
      text('总监票人：　　　　　　监票人：　　　　　　计票人：'),
      {
        kind: 'signature',
        who: orBlank(evaluation.organiser, 10),
        date: dateOrBlank(evaluation.meetings.at(-1)?.date),
      },
    ],
  }
}

function meetingBlocks({ evaluation }: YearData, meeting: Meeting): NoticeBlock[] {
  const component = meetingComponent(meeting, evaluation.scheme)
  const name = (id: string) => oneLine(component?.groups.find(group => group.id === id)?.name ?? id, 30)
  const sum = (field: 'issued' | 'returned' | 'void') =>
    meeting.groups.reduce((total, group) => total + group[field], 0)
  const round = roundWords(meeting, evaluation)
  const voided = meeting.groups.filter(group => group.voided !== undefined)
  return [
    text(
      `${dateOrBlank(meeting.date)}在${orBlank(meeting.place, 8)}召开的民主测评会${round === '' ? '' : `（${round}）`}，共发出测评票${sum('issued')}张，收回${sum('returned')}张，其中有效${sum('returned') - sum('void')}张、废票${sum('void')}张。`,
    ),
    {
      kind: 'table',
      head: ['票　种', '应到', '实到', '发出', '收回', '有效', '废票'],
      shares: [4, 1, 1, 1, 1, 1, 1],
      left: [0],
      rows: meeting.groups.map(group => [
        `${name(group.id)}${group.mergedInto === undefined ? '' : `（并入${name(group.mergedInto)}计票）`}`,
        ...[group.expected, group.attended, group.issued, group.returned, group.returned - group.void, group.void].map(
          String,
        ),
      ]),
    },
    ...voided.map(group => text(`${name(group.id)}：${oneLine(group.voided)}，该票种测评无效。`)),
  ]
}

/** Everybody's marks of all groups together, as the summary's row of all has them. */
function resultBlocks({ evaluation, score, ballots }: YearData, component: BallotComponent): NoticeBlock[] {
  const { scheme } = evaluation
  const numbers = ballots.get(component.id)
  const options = component.scale.kind === 'grades' ? component.scale.options : []
  const rows = score.people.map((person, index) => {
    const part = person.components.find(each => each.component.id === component.id)
    const head = [String(index + 1), alignedName(oneLine(person.instructor.name, 16))]
    if (part?.kind !== 'ballot' || part.score === null) return [...head, ...options.map(() => NONE), NONE, NONE, NONE]
    const groups = groupCounts(part, numbers, person.instructor.id, scheme.rateDenominator)
    const counts = totalCounts(part, groups, scheme.rateDenominator)
    const [first] = counts.options
    return [
      ...head,
      ...counts.options.map(({ count }) => String(count)),
      String(counts.abstain),
      first ? share(first.tenths) : String(counts.counted),
      scoreText(part.score),
    ]
  })
  const [first] = options
  return [
    text(`${oneLine(component.name)}结果如下（得分为各票种均分按权重加权）。`),
    {
      kind: 'table',
      head: [
        '序号',
        '姓　名',
        ...options.map(option => oneLine(option.label, 8)),
        '弃权',
        first ? `${oneLine(first.label, 8)}率` : '计分票数',
        '得分',
      ],
      shares: [1.3, 3.4, ...options.map(option => 0.8 + 0.35 * Math.min(8, [...option.label].length)), 1.3, 1.8, 1.6],
      names: [1],
      rows,
    },
  ]
}

function share(tenths: number | null): string {
  return tenths === null ? NONE : `${tenthsText(tenths)}%`
}
