import type { Instructor } from '#shared/domain/roster/instructor.ts'
import { componentFor } from '#shared/domain/scheme/effective-scheme.ts'
import { checkIndicatorScores, hasScore } from '#shared/domain/scheme/indicator-scores.ts'
import { type RatingComponent, ratingComponents, type Scheme } from '#shared/domain/scheme/scheme.ts'
import { at, duplicates, type Fault, fault } from '#shared/lib/fault.ts'
import { rational, sum, ZERO } from '#shared/lib/rational.ts'
import type { Rating } from './rating.ts'

/**
 * Faults of the ratings against scheme and roster: unknown people or sources, the same rating twice, scores out of range,
 * a bonus or penalty without a reason or over the person's cap, several ratings of one source without their months
 * (ours: an average that would have to guess its weights is refused), a proposed grade that the scheme does not have.
 */
export function checkRatings(
  ratings: readonly Rating[],
  scheme: Scheme,
  people: ReadonlyMap<string, Instructor>,
): Fault[] {
  const components = new Map<string, RatingComponent>(
    ratingComponents(scheme).flatMap(component => component.sources.map(source => [source.id, component] as const)),
  )
  const faults: Fault[] = duplicates(ratings, ({ instructor, source, by }) =>
    JSON.stringify([instructor, source, by]),
  ).map(({ index, first }) =>
    fault(at('ratings', index), 'duplicate', {
      value: `${ratings[index]?.instructor} · ${ratings[index]?.source}`,
      first: at('ratings', first),
    }),
  )
  ratings.forEach((rating, index) => {
    const component = components.get(rating.source)
    const person = people.get(rating.instructor)
    if (!person) faults.push(fault(at('ratings', index, 'instructor'), 'unknown-id', { value: rating.instructor }))
    if (component) {
      const { indicators } = componentFor(scheme, component, person?.posting)
      faults.push(...checkIndicatorScores(rating, indicators, ['ratings', index]))
    } else faults.push(fault(at('ratings', index, 'source'), 'unknown-id', { value: rating.source }))
    if (rating.proposed !== undefined && !scheme.grades.some(grade => grade.id === rating.proposed))
      faults.push(fault(at('ratings', index, 'proposed'), 'unknown-id', { value: rating.proposed }))
    for (const field of ['bonus', 'penalty'] as const) {
      const value = rating[field]
      if (value === undefined) continue
      if (rational(value).lt(0)) faults.push(fault(at('ratings', index, field), 'below-minimum', { value, minimum: 0 }))
      if (rational(value).gt(0) && (rating.reason ?? '').trim() === '')
        faults.push(fault(at('ratings', index, 'reason'), 'reason-needed', { field, value }))
    }
  })
  return [...faults, ...checkMonths(ratings), ...checkCaps(ratings, scheme)]
}

function checkMonths(ratings: readonly Rating[]): Fault[] {
  const scored = ratings.map((rating, index) => ({ rating, index })).filter(({ rating }) => hasScore(rating))
  const bySource = Map.groupBy(scored, ({ rating }) => JSON.stringify([rating.instructor, rating.source]))
  return [...bySource.values()]
    .filter(several => several.length > 1)
    .flatMap(several =>
      several
        .filter(({ rating }) => rating.months === undefined)
        .map(({ rating, index }) =>
          fault(at('ratings', index, 'months'), 'months-needed', {
            instructor: rating.instructor,
            source: rating.source,
          }),
        ),
    )
}

function checkCaps(ratings: readonly Rating[], scheme: Scheme): Fault[] {
  const caps = { bonus: scheme.adjustments?.maxBonus ?? '0', penalty: scheme.adjustments?.maxPenalty ?? '0' }
  const byPerson = Map.groupBy(
    ratings.map((rating, index) => ({ rating, index })),
    ({ rating }) => rating.instructor,
  )
  const faults: Fault[] = []
  for (const own of byPerson.values())
    for (const field of ['bonus', 'penalty'] as const) {
      const total = sum(own.map(({ rating }) => rational(rating[field] ?? 0)))
      const last = own.findLast(({ rating }) => !rational(rating[field] ?? 0).equals(ZERO))
      if (last && total.gt(caps[field]))
        faults.push(
          fault(at('ratings', last.index, field), 'over-cap', { total: total.toString(), maximum: caps[field] }),
        )
    }
  return faults
}
