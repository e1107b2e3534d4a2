import type { AnnualScore } from '#shared/domain/score/annual-score.ts'
import { tenthsText } from '#shared/lib/largest-remainder.ts'
import { Rational } from '#shared/lib/rational.ts'
import { appraisedText } from '#shared/sheets/appraised-text.ts'
import type { Form } from '#shared/sheets/form.ts'
import { identityRows } from '#shared/sheets/identity-rows.ts'
import { proseRow, row, words } from '#shared/sheets/paper/cells.ts'
import type { Content, TextRun } from '#shared/sheets/paper/definition.ts'
import { heading, page, underHeading } from '#shared/sheets/paper/page.ts'
import { dateWords, oneLine, paragraphs } from '#shared/sheets/paper/text.ts'
import { workloadWords } from '#shared/sheets/person-words.ts'
import { sumWords } from '#shared/sheets/score-statement/statement-words.ts'
import { stepRows } from '#shared/sheets/score-statement/step-rows.ts'
import { decidedWords, fullRemarks, gradeWords, NONE, proposedWords } from '#shared/sheets/score-words.ts'
import type { YearData } from '#shared/sheets/year-data.ts'

const title = '本人考评档案'

/**
 * 本人考评档案: everything that the year's file holds about one person, whole, on that person's request (个人信息保护法
 * art. 45). It concerns nobody until somebody is named.
 */
export const personalRecord: Form = {
  id: 'personal-record',
  title,
  orientation: 'portrait',
  stage: 'notices',
  per: 'instructor',
  concerns: () => false,
  definition: (year, person) => {
    const { evaluation, date } = year
    const { instructor } = person
    return page({
      orientation: 'portrait',
      title,
      subject: instructor.name,
      organiser: evaluation.organiser,
      date,
      content: [
        ...heading(`${appraisedText(evaluation)}${title}`, evaluation.year),
        underHeading(`保存单位：${oneLine(evaluation.organiser)}`, `编号：${instructor.id}`),
        ...identityRows(instructor, 21),
        ...contactRows(year, person),
        ...selfRows(person),
        ...ratingRows(person),
        row('民主测评\n比　　例', { text: rateRuns(person), fontSize: 9.5, verticalAlignment: 'middle' }),
        ...stepRows(person),
        proseRow('总　　分', [sumWords(person)], { fontSize: 9.5 }),
        ...decisionRows(year, person),
        row(
          '说　　明',
          words('本表由程序按本人申请生成，列出本年度考评文件中关于本人的全部信息。发现有误的，可以要求更正。', {
            fontSize: 9,
          }),
        ),
      ],
    })
  },
}

function contactRows({ evaluation }: YearData, { instructor }: AnnualScore): Content[] {
  const { status, history = [] } = instructor
  const facts = [
    ...(status?.monthsOnPost === undefined ? [] : [`在岗${status.monthsOnPost}个月`]),
    ...(status?.leaveMonths === undefined ? [] : [`请假${status.leaveMonths}个月`]),
    ...(status?.unjustifiedAbsence ? ['无正当理由不参加考评'] : []),
    ...(status?.underInvestigation ? ['正在接受审查'] : []),
    ...(status?.vetoes ?? []).map(text => `一票否决：${oneLine(text)}`),
  ]
  const past = history.map(({ year, grade }) => `${year}年：${gradeWords(grade, evaluation.scheme)}`)
  return [
    row('联系电话', words(oneLine(instructor.phone)), { height: 21 }),
    row('学　　历', words(oneLine(instructor.education)), { height: 21 }),
    proseRow('培训情况', paragraphs(instructor.training), { height: 21 }),
    row('本年情况', words(facts.length === 0 ? NONE : facts.join('；')), { height: 21 }),
    row('以往等次', words(past.length === 0 ? NONE : past.join('；')), { height: 21 }),
  ]
}

function selfRows({ components }: AnnualScore): Content[] {
  const record = components.find(part => part.kind === 'self')?.record ?? null
  return [
    row('工 作 量', words(workloadWords(record?.workload).join('　') || NONE), { height: 21 }),
    proseRow('个人总结', paragraphs(record?.summary), { fontSize: 9.5 }),
  ]
}

/** Points that nobody gave, or none: 加 0 分 says nothing. */
function isNothing(points: string | undefined): boolean {
  return points === undefined || Rational.of(points).equals(0)
}

function ratingRows({ components }: AnnualScore): Content[] {
  const texts = components.flatMap(part =>
    part.kind === 'rating'
      ? part.sources.flatMap(({ source, ratings }) =>
          ratings.flatMap(({ rating }) => {
            const by = oneLine(rating.by) || oneLine(source.name)
            const points = [
              ...(isNothing(rating.bonus) ? [] : [`加${rating.bonus}分`]),
              ...(isNothing(rating.penalty) ? [] : [`扣${rating.penalty}分`]),
            ]
            return [
              `${by}${points.length === 0 ? '' : `（${points.join('，')}）`}：`,
              ...paragraphs(rating.comment),
              ...paragraphs(rating.reason).map(reason => `加分扣分理由：${reason}`),
            ]
          }),
        )
      : [],
  )
  return [proseRow('综合评定\n评　　语', texts.length === 0 ? [NONE] : texts, { fontSize: 9.5 })]
}

/** A count never begins a line without its mark. */
function rateRuns({ rates }: AnnualScore): TextRun[] {
  if (!rates) return [{ text: NONE }]
  return rates.categories.flatMap(({ label, count, tenths }, index): TextRun[] => [
    ...(index === 0 ? [] : [{ text: '　' }]),
    { text: `${oneLine(label, 20)}${count}（${tenthsText(tenths)}%）`, noWrap: true },
  ])
}

/** Every entry of the record of decisions, not only the last one. */
function decisionRows({ evaluation }: YearData, person: AnnualScore): Content[] {
  const { scheme, decisions } = evaluation
  const own = decisions
    .filter(decision => decision.instructor === person.instructor.id)
    .flatMap(decision => [
      `${dateWords(decision.date)}${oneLine(decision.by)}：${decidedWords(decision, scheme)}${oneLine(decision.clause) === '' ? '' : `，依据${oneLine(decision.clause)}`}`,
      ...paragraphs(decision.reason),
    ])
  const noted = fullRemarks(person, scheme)
  return [
    proseRow('计算建议', [[proposedWords(person), ...noted].join('；')], { fontSize: 9.5 }),
    proseRow('审定记录', own.length === 0 ? ['尚未审定'] : own, { fontSize: 9.5 }),
  ]
}
