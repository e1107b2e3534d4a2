import { PERSON } from '#renderer/strings/person.ts'
import type { AnnualScore } from '#shared/domain/score/annual-score.ts'
import { HUNDRED, type Rational, rational, ZERO } from '#shared/lib/rational.ts'
import { equals, exactScore, pointsText } from './exact-text.ts'
import { weightedSum } from './weighted-sum.ts'

const words = PERSON.sum

/** What happens after weighting: bonuses and penalties with their reasons, the limits, the rounding. */
export function sumLines(person: AnnualScore): string[] {
  const weighted = weightedSum(person)
  if (weighted === null || person.total === null || person.printedTotal === null) return [words.blocked]
  const sum = weighted.add(person.bonus).sub(person.penalty)
  const adjusted = !person.bonus.equals(0) || !person.penalty.equals(0)
  return [
    ...adjustments(person),
    ...(adjusted
      ? [words.formula(exactScore(weighted), pointsText(person.bonus), pointsText(person.penalty), equals(sum))]
      : []),
    ...(sum.equals(person.total) ? [] : [words.capped(limitText(sum))]),
    words.rounded(person.printedTotal),
  ]
}

function limitText(sum: Rational): string {
  return pointsText(sum.lt(ZERO) ? ZERO : HUNDRED)
}

/** Each bonus and penalty with who gave it and why. */
function adjustments(person: AnnualScore): string[] {
  const ratings = person.components.flatMap(part =>
    part.kind === 'rating' ? part.sources.flatMap(source => source.ratings.map(entry => ({ source, ...entry }))) : [],
  )
  return ratings.flatMap(({ source, rating }) => {
    const by = rating.by === '' ? source.source.name : rating.by
    const line = (sign: string, value: string | undefined) =>
      value === undefined || rational(value).equals(0)
        ? []
        : [words.adjust(by, sign, pointsText(rational(value)), rating.reason ?? '')]
    return [...line(words.bonus, rating.bonus), ...line(words.penalty, rating.penalty)]
  })
}
