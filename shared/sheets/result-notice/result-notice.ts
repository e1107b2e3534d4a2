import type { AnnualScore } from '#shared/domain/score/annual-score.ts'
import { roundHalfUp } from '#shared/lib/rational.ts'
import { appraisedText } from '#shared/sheets/appraised-text.ts'
import type { Form } from '#shared/sheets/form.ts'
import { blank, dateOrBlank, orBlank } from '#shared/sheets/notice/blanks.ts'
import { type Notice, plain, text } from '#shared/sheets/notice/notice.ts'
import { noticePage } from '#shared/sheets/notice/notice-page.ts'
import { oneLine } from '#shared/sheets/paper/text.ts'
import { decidedWords, scoreText, weightWords } from '#shared/sheets/score-words.ts'
import type { YearData } from '#shared/sheets/year-data.ts'

const title = '结果通知书'

/** Characters before the paper's own name that stand on one line with it. */
const MOST_ON_ONE_LINE = 15

/** 结果通知书: grade, score, how and until when to ask for a review, and the receipt to cut off. */
export const resultNotice: Form = {
  id: 'result-notice',
  title,
  orientation: 'portrait',
  stage: 'notices',
  per: 'instructor',
  notice,
  definition: (year, person) => noticePage(year, notice(year, person), title, person.instructor.name),
}

function notice(year: YearData, person: AnnualScore): Notice {
  const { evaluation, facts } = year
  const name = oneLine(person.instructor.name, 60)
  const about = `${appraisedText(evaluation)}${evaluation.year}年度考评`
  return {
    title: [...about].length > MOST_ON_ONE_LINE ? `${about}\n${title}` : `${about}${title}`,
    remark: null,
    blocks: [
      plain(`${name}同志：`),
      text(
        `根据${evaluation.year}年度${appraisedText(evaluation)}考评方案，经考评小组审定，你${evaluation.year}年度${scoreWords(person)}考评等次为${gradeText(year, person)}。`,
      ),
      text(
        `如对考评结果有异议，可以自收到本通知书之日起15个工作日内，向下列单位提出书面复核申请。考评小组自收到申请之日起10个工作日内作出答复。逾期未提出的，视为无异议。`,
      ),
      text(`受理单位：${orBlank(facts.office, 19)}`),
      text(`联系电话：${orBlank(facts.phone, 19)}`),
      { kind: 'signature', who: orBlank(evaluation.organiser, 10), date: dateOrBlank(facts.issued ?? facts.served) },
      { kind: 'cut' },
      { kind: 'plain', text: `回执　　　　　　　　　　　　　　　　编号：${person.instructor.id}` },
      text(`本人已收到${appraisedText(evaluation)}${evaluation.year}年度考评${title}。`),
      text(`签收人：${blank(6)}　　${dateOrBlank(undefined)}`),
    ],
  }
}

function scoreWords(person: AnnualScore): string {
  if (person.printedTotal === null) return ''
  const parts = person.components.flatMap(part =>
    part.score === null
      ? []
      : [`${oneLine(part.component.name)}${scoreText(part.score)}分、占${weightWords(part.weight)}%`],
  )
  const adjusted = [
    ...(person.bonus.equals(0) ? [] : [`加${roundHalfUp(person.bonus, 2)}分`]),
    ...(person.penalty.equals(0) ? [] : [`扣${roundHalfUp(person.penalty, 2)}分`]),
  ]
  return `考评总分为${person.printedTotal}分（${[...parts, ...adjusted].join('，')}），`
}

/** What was decided; what nobody has decided yet is a line, never the program's proposal. */
function gradeText({ evaluation, decisions }: YearData, person: AnnualScore): string {
  const decision = decisions.get(person.instructor.id)
  if (!decision) return `“${blank(4)}”`
  return `“${decidedWords(decision, evaluation.scheme)}”`
}
