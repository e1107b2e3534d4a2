import type { Evaluation } from '#shared/domain/evaluation/evaluation.ts'
import { ballotComponents } from '#shared/domain/scheme/scheme.ts'
import { appraisedText } from '#shared/sheets/appraised-text.ts'
import type { Form } from '#shared/sheets/form.ts'
import { blank, dateOrBlank, numberedHeadings, orBlank } from '#shared/sheets/notice/blanks.ts'
import { calledMeetings } from '#shared/sheets/notice/called-meetings.ts'
import { type Notice, type NoticeBlock, plain, text } from '#shared/sheets/notice/notice.ts'
import { noticePage } from '#shared/sheets/notice/notice-page.ts'
import { oneLine } from '#shared/sheets/paper/text.ts'
import {
  adjustmentWords,
  componentWords,
  consequenceWords,
  gradeLines,
  hasBallot,
  quotaWords,
  variantLines,
} from '#shared/sheets/scheme-words.ts'
import type { YearData } from '#shared/sheets/year-data.ts'

const title = '年度考评方案(通知)'

/** 年度考评方案(通知): whom, components and weights, indicators, lines, quota, meeting and its groups, committee. */
export const schemeNotice: Form = {
  id: 'scheme-notice',
  title,
  orientation: 'portrait',
  stage: 'before',
  per: 'year',
  notice,
  definition: year => noticePage(year, notice(year), title, year.evaluation.title),
}

function notice(year: YearData): Notice {
  const { evaluation, facts } = year
  const { scheme } = evaluation
  const heading = numberedHeadings()
  const quota = quotaWords(scheme)
  const adjustments = adjustmentWords(scheme)
  return {
    title: `关于开展${evaluation.year}年度${appraisedText(evaluation)}\n考评工作的通知`,
    number: `${blank(4)}〔${evaluation.year}〕${blank(2)}号`,
    remark: null,
    blocks: [
      plain(`各区总工会、各产业工会，各${appraisedText(evaluation)}：`),
      text(
        `为客观评价${appraisedText(evaluation)}履职情况，加强队伍建设，现就开展${evaluation.year}年度${appraisedText(evaluation)}考评工作通知如下。`,
      ),
      heading('考评对象'),
      text(peopleWords(evaluation)),
      text(
        '任职不满半年的，只写评语、不定等次；请假累计超过半年的，不定等次；正在接受审查的，暂不定等次；无正当理由不参加考评的，定为最低等次。',
      ),
      heading('考评内容和权重'),
      text(`考评采用“${oneLine(scheme.name)}”方案，满分100分，由以下部分组成。`),
      ...componentWords(scheme).map(text),
      ...(adjustments === null ? [] : [text(adjustments)]),
      ...variantLines(scheme).map(text),
      heading('考评等次'),
      text(`${gradeLines(scheme)}。等次按四舍五入保留两位小数后的总分确定。`),
      ...(quota === null ? [] : [text(quota)]),
      ...(hasBallot(scheme) ? [heading('民主测评会'), ...meetingBlocks(evaluation)] : []),
      heading('考评程序'),
      text(
        `按照个人总结自评${hasBallot(scheme) ? '、民主测评' : ''}、综合评定、考评小组审定、公示、结果通知的程序进行。本人对结果有异议的，可以自收到通知之日起15个工作日内申请复核，考评小组自收到申请之日起10个工作日内作出答复。`,
      ),
      heading('结果运用'),
      text(`考评结果作为评优表彰和续聘、解聘的依据：${consequenceWords(scheme)}。`),
      heading('组织领导'),
      text(`成立考评小组。考评日常工作由${orBlank(facts.office, 8)}承担。`),
      text(`组长：${blank(8)}`),
      text(`成员：${blank(22)}`),
      { kind: 'signature', who: orBlank(evaluation.organiser, 10), date: dateOrBlank(facts.issued) },
    ],
  }
}

function peopleWords(evaluation: Evaluation): string {
  const { instructors, year } = evaluation
  const fullTime = instructors.filter(person => person.kind === 'full-time').length
  return `列入${year}年度花名册的${appraisedText(evaluation)}，共${instructors.length}人，其中专职${fullTime}人，兼职${instructors.length - fullTime}人。`
}

/** When and where each meeting is, and whom it calls; a meeting that is not planned yet is a line to fill in. */
function meetingBlocks(evaluation: Evaluation): NoticeBlock[] {
  const groups = ballotComponents(evaluation.scheme).flatMap(component => component.groups)
  const called = calledMeetings(evaluation)
  const planned = called.length === 0 ? [undefined] : called
  return planned.flatMap((meeting): NoticeBlock[] => {
    const expected = (id: string) => meeting?.groups.find(group => group.id === id)?.expected
    return [
      text(
        `民主测评会定于${dateOrBlank(meeting?.date)}${meeting?.time ?? ''}在${orBlank(meeting?.place, 10)}召开，参加人员须达到应到人数的三分之二以上。`,
      ),
      {
        kind: 'table',
        head: ['票种', '参加人员', '权重（%）', '应到人数'],
        shares: [1, 4, 1.6, 1.6],
        rows: groups.map(group => [group.id, oneLine(group.name, 30), group.weight, String(expected(group.id) ?? '')]),
      },
    ]
  })
}
