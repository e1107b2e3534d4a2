import { EMPTY_ROW, type PersonRows } from '#shared/domain/ballot/combine-tallies.ts'
import type { Rating } from '#shared/domain/rating/rating.ts'
import type { Instructor } from '#shared/domain/roster/instructor.ts'
import { indicatorScore } from '#shared/domain/scheme/indicator-scores.ts'
import type { BallotComponent, RatingComponent, SelfComponent, VoterGroup } from '#shared/domain/scheme/scheme.ts'
import type { SelfAssessment } from '#shared/domain/self/self.ts'
import { rational, sum } from '#shared/lib/rational.ts'
import type { BallotScore, GroupScore, IndicatorScore, RatingScore, SelfScore, SourceScore } from './annual-score.ts'
import { indicatorMean } from './indicator-mean.ts'
import { usedWeights, weightedScore } from './weighted.ts'

// Each component's own score, 0 to 100, exact. The component's weight is set later, when it is known what is missing.

/** Rule 4: the self-assessment; `null` score without one. */
export function selfScore(component: SelfComponent, record: SelfAssessment | undefined): SelfScore {
  return {
    kind: 'self',
    component,
    weight: null,
    score: record ? indicatorScore(record, component.indicators) : null,
    record: record ?? null,
    indicators: component.indicators ?? [],
  }
}

/** Rules 1 to 3 and 11: the ballot, groups weighted, an empty group's weight handed to the others. */
export function ballotScore(
  component: BallotComponent,
  rows: PersonRows | undefined,
  merged: ReadonlySet<string>,
): BallotScore {
  const groups = component.groups.map(group => ({
    ...groupScore(component, group, rows?.get(group.id)),
    merged: merged.has(group.id),
  }))
  const weights = usedWeights(component.groups, groups)
  const weighted = groups.map((part, index) => ({ ...part, weight: weights[index] ?? null }))
  return { kind: 'ballot', component, weight: null, score: weightedScore(weighted), groups: weighted }
}

function groupScore(
  component: BallotComponent,
  group: VoterGroup,
  rows: ReadonlyMap<string, typeof EMPTY_ROW> | undefined,
): Omit<GroupScore, 'merged'> {
  const counted = component.indicators.map(indicator => rows?.get(indicator.id) ?? EMPTY_ROW)
  const means = counted.map(row => indicatorMean(row, component.scale))
  const weights = usedWeights(component.indicators, means)
  const indicators = component.indicators.map((indicator, index): IndicatorScore => {
    const { counted: marks, points, dropped, score } = means[index] ?? indicatorMean(EMPTY_ROW, component.scale)
    const row = counted[index] ?? EMPTY_ROW
    return { indicator, row, counted: marks, points, dropped, weight: weights[index] ?? null, score }
  })
  const first = indicators[0]?.row ?? EMPTY_ROW
  const marks = Object.values(first.marks).reduce((total, count) => total + count, 0)
  return {
    group,
    weight: null,
    score: weightedScore(indicators),
    ballots: marks + first.abstain + first.invalid,
    indicators,
  }
}

/**
 * Rule 4: the ratings of the sources that must rate the person, several of one source averaged by their months.
 * Ours: a rating by a source that need not rate the person is kept and listed but has no weight.
 */
export function ratingScore(component: RatingComponent, person: Instructor, ratings: readonly Rating[]): RatingScore {
  const sources = component.sources.map((source): SourceScore => {
    const own = ratings
      .filter(rating => rating.source === source.id)
      .map(rating => ({ rating, score: indicatorScore(rating, component.indicators) }))
    const required = person.sources?.includes(source.id) ?? true
    return { source, required, weight: null, score: averageByMonths(own), ratings: own }
  })
  const weights = usedWeights(
    component.sources,
    sources.map(({ required, score }) => ({ score: required ? score : null })),
  )
  const weighted = sources.map((part, index) => ({ ...part, weight: weights[index] ?? null }))
  return { kind: 'rating', component, weight: null, score: weightedScore(weighted), sources: weighted }
}

function averageByMonths(ratings: SourceScore['ratings']): SourceScore['score'] {
  const scored = ratings.flatMap(({ rating, score }) => (score === null ? [] : [{ score, months: rating.months ?? 1 }]))
  if (scored.length === 0) return null
  const months = sum(scored.map(part => rational(part.months)))
  return sum(scored.map(part => part.score.mul(part.months))).div(months)
}
