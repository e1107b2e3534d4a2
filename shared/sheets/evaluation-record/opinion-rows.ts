import type { Decision } from '#shared/domain/decision/decision.ts'
import type { AnnualScore } from '#shared/domain/score/annual-score.ts'
import { proseRow, signature, signedRow } from '#shared/sheets/paper/cells.ts'
import type { Content } from '#shared/sheets/paper/definition.ts'
import { dateWords, oneLine, paragraphs } from '#shared/sheets/paper/text.ts'
import { decidedWords } from '#shared/sheets/score-words.ts'
import type { YearData } from '#shared/sheets/year-data.ts'

/** What the unions that rated said, each under its name; nothing where none said anything. */
export function commentRows(person: AnnualScore): Content[] {
  const comments = person.components.flatMap(part =>
    part.kind === 'rating'
      ? part.sources.flatMap(({ source, ratings }) =>
          ratings.flatMap(({ rating }) => {
            const [first, ...others] = paragraphs(rating.comment)
            return first === undefined ? [] : [`${oneLine(rating.by) || oneLine(source.name)}：${first}`, ...others]
          }),
        )
      : [],
  )
  return comments.length === 0 ? [] : [proseRow('综合评定\n意　　见', comments, { fontSize: 9.5 })]
}

/** The committee's and the federation's opinion, the instructor's own, the review's result: to be signed by hand. */
export function opinionRows(year: YearData, person: AnnualScore): Content[] {
  const decision = year.decisions.get(person.instructor.id)
  const review = decision?.kind === 'review' ? decisionWords(year, decision) : []
  const committee = decision && decision.kind !== 'review' ? decisionWords(year, decision) : []
  const choice = '□ 同意　　　□ 有异议，理由：'
  const own = signedRow('本　　人\n意　　见', { text: choice }, signature('本人签名'), 53)
  const reviewed = signedRow('复　　核\n结　　果', review, signature('复核人签名'), 47)
  return [
    signedRow('考评小组\n意　　见', committee, signature('组长签名'), 60),
    signedRow('总 工 会\n意　　见', [], signature('（盖章）签名'), 60),
    ...(review.length > 0
      ? [own, reviewed]
      : // Nobody signs on a page that holds nothing else.
        [{ unbreakable: true, stack: [own, reviewed] }]),
  ]
}

function decisionWords({ evaluation }: YearData, decision: Decision): string[] {
  const grade = decidedWords(decision, evaluation.scheme)
  const by = oneLine(decision.by)
  const clause = oneLine(decision.clause)
  return [
    `${dateWords(decision.date)}${by}审定：${evaluation.year}年度考评等次为“${grade}”${clause === '' ? '' : `，依据${clause}`}。`,
    ...paragraphs(decision.reason),
  ]
}
