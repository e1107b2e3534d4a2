import { z } from 'zod'
import { at, type Fault, fault } from '#shared/lib/fault.ts'
import { type Decimal, decimal, indicatorId } from '#shared/lib/fields.ts'
import { HUNDRED, type Rational, rational, sum } from '#shared/lib/rational.ts'
import type { PointsIndicator } from './scheme.ts'

/** How a self-assessment or a rating states its scores: one per indicator, or one where the component has none. */
export const indicatorScoresFields = {
  scores: z.record(indicatorId, decimal).optional(),
  score: decimal.optional(),
}

type Scored = {
  readonly scores?: { readonly [indicator: string]: Decimal } | undefined
  readonly score?: Decimal | undefined
}

/** Whether the record holds a score at all; one without is absent. Source: SCORING.md rule 4. */
export function hasScore(record: Scored): boolean {
  return record.score !== undefined || Object.keys(record.scores ?? {}).length > 0
}

/**
 * `Σ scores ÷ Σ points × 100`, or `score`: 0 to 100, exact; `null` for a record without scores.
 * Source: SCORING.md rule 4.
 */
export function indicatorScore(record: Scored, indicators: readonly PointsIndicator[] | undefined): Rational | null {
  if (!hasScore(record)) return null
  if (!indicators) return record.score === undefined ? null : rational(record.score)
  const points = sum(indicators.map(indicator => rational(indicator.points)))
  const scored = sum(indicators.map(indicator => rational(record.scores?.[indicator.id] ?? 0)))
  return scored.div(points).mul(HUNDRED)
}

/** Faults of one record's scores: out of range, unknown indicators, only some of the indicators, the wrong form. */
export function checkIndicatorScores(
  record: Scored,
  indicators: readonly PointsIndicator[] | undefined,
  path: readonly (string | number)[],
): Fault[] {
  const faults: Fault[] = []
  const range = (value: Decimal, maximum: string | number, place: string) => {
    if (rational(value).lt(0)) faults.push(fault(place, 'below-minimum', { value, minimum: 0 }))
    if (rational(value).gt(maximum)) faults.push(fault(place, 'above-maximum', { value, maximum }))
  }
  const scores = Object.entries(record.scores ?? {})
  if (!indicators) {
    if (scores.length > 0) faults.push(fault(at(...path, 'scores'), 'scores-without-indicators'))
    if (record.score !== undefined) range(record.score, 100, at(...path, 'score'))
    return faults
  }
  if (record.score !== undefined) faults.push(fault(at(...path, 'score'), 'score-beside-indicators'))
  const known = new Map(indicators.map(indicator => [String(indicator.id), indicator]))
  for (const [id, value] of scores) {
    const indicator = known.get(id)
    if (indicator) range(value, indicator.points, at(...path, 'scores', id))
    else faults.push(fault(at(...path, 'scores', id), 'unknown-id', { value: id }))
  }
  if (scores.length > 0)
    for (const indicator of indicators)
      if (!Object.hasOwn(record.scores ?? {}, indicator.id))
        faults.push(fault(at(...path, 'scores', indicator.id), 'indicator-without-score', { name: indicator.name }))
  return faults
}
