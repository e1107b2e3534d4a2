import { appraisedText } from '#shared/sheets/appraised-text.ts'
import type { Form } from '#shared/sheets/form.ts'
import { blank, dateOrBlank, orBlank } from '#shared/sheets/notice/blanks.ts'
import { type Notice, type NoticeBlock, text } from '#shared/sheets/notice/notice.ts'
import { noticePage } from '#shared/sheets/notice/notice-page.ts'
import { dateWords, oneLine } from '#shared/sheets/paper/text.ts'
import { topPeople } from '#shared/sheets/public-notice/top-people.ts'
import type { YearData } from '#shared/sheets/year-data.ts'

const title = '公示情况报告'
/** What follows from the objections: a person's to tick. */
const CONCLUSIONS = ['□ 异议不成立，按公示人选上报。', '□ 异议成立，调整后的人选另附。']
/** Lines to write on where the objections are not in the file. */
const EMPTY_ROWS = 3

/** 公示情况报告: how long, where, what was objected, what came of it. */
export const publicReport: Form = {
  id: 'public-report',
  title,
  orientation: 'portrait',
  stage: 'notices',
  per: 'year',
  notice,
  definition: year => noticePage(year, notice(year), title, year.evaluation.title),
}

function notice(year: YearData): Notice {
  const { evaluation, facts } = year
  const { people } = topPeople(year)
  const grade = oneLine(evaluation.scheme.grades[0]?.label)
  return {
    title: `${evaluation.year}年度${appraisedText(evaluation)}考评\n公示情况报告`,
    remark: null,
    blocks: [
      text(
        `${evaluation.year}年度${appraisedText(evaluation)}考评${grade}等次人选共${people.length === 0 ? blank(2) : people.length}名，已按规定公示，现将情况报告如下。`,
      ),
      text(`公示开始：${dateOrBlank(facts.publicFrom)}`),
      text(`公示截止：${dateOrBlank(facts.publicTo)}`),
      text(`工作日数：${facts.publicDays === undefined ? blank(4) : `${facts.publicDays}个`}`),
      text(`公示方式：${blank(19)}`),
      text('公示内容：姓名、所在单位、拟定等次'),
      ...objectionBlocks(year),
      ...(facts.objections?.length === 0 ? [] : CONCLUSIONS.map(text)),
      text('特此报告。'),
      { kind: 'signature', who: orBlank(evaluation.organiser, 10), date: dateOrBlank(facts.issued) },
    ],
  }
}

function objectionBlocks({ facts }: YearData): NoticeBlock[] {
  const { objections } = facts
  if (objections?.length === 0) return [text('公示期间未收到异议，按公示人选上报。')]
  const empty = Array.from({ length: EMPTY_ROWS }, () => ['', '', '', ''])
  return [
    text(`公示期间收到异议${objections === undefined ? blank(2) : objections.length}件，情况如下。`),
    {
      kind: 'table',
      head: ['日　期', '涉及人员', '反映的内容', '调查处理结果'],
      shares: [5.8, 4, 7, 7],
      left: [2, 3],
      names: [0, 1],
      rows:
        objections?.map(({ date, about, content, outcome }) => [
          dateWords(date),
          oneLine(about, 24),
          oneLine(content),
          oneLine(outcome),
        ]) ?? empty,
    },
  ]
}
