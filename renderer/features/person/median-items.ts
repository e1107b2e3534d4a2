import type { PairedItem } from '#renderer/charts/paired-bars.tsx'
import { PERSON } from '#renderer/strings/person.ts'
import type { AnnualScore, ComponentScore } from '#shared/domain/score/annual-score.ts'
import { median } from '#shared/domain/score/median.ts'
import { type Rational, rational, roundHalfUp } from '#shared/lib/rational.ts'

type Mark = { readonly key: string; readonly label: string; readonly score: Rational }

/**
 * The person's marks beside the middle of everybody's who has the same mark: groups of a ballot, indicators of the
 * self-assessment in percent of their points, sources of a rating. A component without parts stands for itself.
 */
export function medianItems(person: AnnualScore, people: readonly AnnualScore[]): PairedItem[] {
  const everybody = Map.groupBy(
    people.flatMap(each => each.components.flatMap(marksOf)),
    mark => mark.key,
  )
  return person.components.flatMap(marksOf).flatMap(({ key, label, score }): PairedItem[] => {
    const middle = median((everybody.get(key) ?? []).map(mark => mark.score))
    return middle === null ? [] : [{ label, pair: [figureOf(score), figureOf(middle)] }]
  })
}

function figureOf(score: Rational) {
  const text = roundHalfUp(score, 2)
  return { value: Number(text), text }
}

function marksOf(part: ComponentScore): Mark[] {
  const { id, name } = part.component
  const mark = (own: string, label: string, score: Rational | null): Mark[] =>
    score === null ? [] : [{ key: JSON.stringify([id, own]), label, score }]
  const whole = mark('', name, part.score)
  switch (part.kind) {
    case 'ballot':
      return [
        ...whole,
        ...part.groups.flatMap(({ group, score }) => mark(group.id, PERSON.medians.part(name, group.name), score)),
      ]
    case 'rating':
      return [
        ...whole,
        ...(part.sources.length > 1
          ? part.sources.flatMap(({ source, score }) => mark(source.id, PERSON.medians.part(name, source.name), score))
          : []),
      ]
    case 'self':
      return [
        ...whole,
        ...part.indicators.flatMap(indicator => {
          const score = part.record?.scores?.[indicator.id]
          return score === undefined
            ? []
            : mark(
                indicator.id,
                PERSON.medians.part(name, indicator.name),
                rational(score).mul(100).div(indicator.points),
              )
        }),
      ]
  }
}
