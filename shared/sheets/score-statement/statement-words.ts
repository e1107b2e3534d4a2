import type { Grade, Scheme } from '#shared/domain/scheme/scheme.ts'
import type { AnnualScore } from '#shared/domain/score/annual-score.ts'
import { gradeFor } from '#shared/domain/score/flags.ts'
import { rational, roundHalfUp } from '#shared/lib/rational.ts'
import { dateWords, oneLine, paragraphs } from '#shared/sheets/paper/text.ts'
import {
  decidedWords,
  fullRemarks,
  lineWords,
  NONE,
  proposedWords,
  scoreText,
  weightWords,
} from '#shared/sheets/score-words.ts'
import type { YearData } from '#shared/sheets/year-data.ts'
import { abstentionEffect } from './abstention-effect.ts'

/** The clause and the reasons: the decision where there is one, the rules that led to the proposal. */
export function basisWords({ evaluation: { scheme }, decisions }: YearData, person: AnnualScore): string[] {
  const decision = decisions.get(person.instructor.id)
  const clause = oneLine(decision?.clause)
  const grade = decision ? scheme.grades.find(each => each.id === decision.final) : person.proposed
  const noted = fullRemarks(person, scheme)
  return [
    ...(decision
      ? [
          `${dateWords(decision.date)}${oneLine(decision.by)}审定为“${decidedWords(decision, scheme)}”${clause === '' ? '' : `，依据${clause}`}。`,
          ...paragraphs(decision.reason),
        ]
      : [`计算建议为“${proposedWords(person)}”，以考评小组审定为准。`]),
    ...(grade ? [`考评方案“${oneLine(scheme.name)}”：${oneLine(grade.label)}（${lineWords(grade, scheme)}）。`] : []),
    ...(noted.length === 0 ? [] : [`${noted.join('；')}。`]),
    ...satisfactionWords(person),
  ]
}

function satisfactionWords({ satisfaction, flags }: AnnualScore): string[] {
  if (!satisfaction || !(flags.includes('low-satisfaction') || flags.includes('one-third-low'))) return []
  const { satisfied, marks } = satisfaction
  const rate = roundHalfUp(rational(satisfied).mul(100).div(marks), 2)
  return [`满意率＝满意票${satisfied}÷计分票${marks}＝${rate}%。`]
}

/** `95.00×10%＋92.81×50%＋95.50×40%＋1.50＝95.60`, in the printed figures; nothing is rounded on the way. */
export function sumWords(person: AnnualScore): string {
  const parts = person.components.flatMap(part =>
    part.score === null ? [] : [`${scoreText(part.score)}×${weightWords(part.weight)}%`],
  )
  const bonus = person.bonus.equals(0) ? '' : `＋加分${roundHalfUp(person.bonus, 2)}`
  const penalty = person.penalty.equals(0) ? '' : `－扣分${roundHalfUp(person.penalty, 2)}`
  return `总分＝${parts.join('＋')}${bonus}${penalty}＝${person.printedTotal ?? NONE}（计算过程不舍入，结果四舍五入取两位小数，以0至100分为限）。`
}

/** How far the total is from every grade's line. */
export function distanceWords({ printedTotal }: AnnualScore, { grades }: Scheme): string[] {
  if (printedTotal === null) return ['暂不能计分，没有总分。']
  const total = rational(printedTotal)
  return grades
    .filter(grade => !rational(grade.min).equals(0))
    .map(grade => {
      const line = rational(grade.min)
      const name = `“${oneLine(grade.label)}”线${grade.min}分`
      return total.gte(line)
        ? `达到${name}，高出${roundHalfUp(total.sub(line), 2)}分。`
        : `未达到${name}，相差${roundHalfUp(line.sub(total), 2)}分。`
    })
}

/** Whether abstentions could have changed the grade, and between which totals they could have moved it. */
export function abstentionWords({ evaluation }: YearData, person: AnnualScore): string[] {
  const effect = abstentionEffect(evaluation, person.instructor.id)
  if (!effect) return ['本人的各行测评没有弃权票，弃权不影响结果。']
  const { abstentions, actual, best, worst } = effect
  const { scheme } = evaluation
  const grade = ({ printedTotal, flags }: AnnualScore): Grade | null => gradeFor(printedTotal, flags, scheme)
  const words = (each: AnnualScore) => `${each.printedTotal ?? NONE}分（${oneLine(grade(each)?.label) || '不定等次'}）`
  const changes = grade(best) !== grade(actual) || grade(worst) !== grade(actual)
  return [
    `弃权共${abstentions}行次，不计分。假设弃权全部改投最高项，总分为${words(best)}；全部改投最低项，总分为${words(worst)}；实际为${words(actual)}。`,
    changes
      ? '弃权票的投向可能改变按分数和规则得出的等次（不计名额限制）。'
      : '无论弃权票如何投，按分数和规则得出的等次不变（不计名额限制）。',
  ]
}
