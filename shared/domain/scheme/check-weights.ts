import { at, duplicates, type Fault, fault } from '#shared/lib/fault.ts'
import { HUNDRED, rational, sum } from '#shared/lib/rational.ts'

type Weighted = { readonly id: string; readonly weight: string }
type Path = readonly (string | number)[]

/**
 * Faults of a list of weights at `path`: an id twice, a weight (`field`) not above 0, or that they do not total exactly 100.
 * Source: SCORING.md "Refused".
 */
export function checkWeights(items: readonly Weighted[], path: Path, field: string): Fault[] {
  return [
    ...sameId(items, path),
    ...items.flatMap((item, index) => checkAboveZero(item.weight, [...path, index, field])),
    ...totalFault(items, path, field),
  ]
}

/** A fault at `path` where a weight is not above 0. */
export function checkAboveZero(value: string, path: Path): Fault[] {
  return rational(value).lte(0) ? [fault(at(...path), 'not-above-zero', { value })] : []
}

/** Faults of indicators' points at `path`, as of weights. */
export function checkPoints(
  indicators: readonly { readonly id: string; readonly points: string }[],
  path: Path,
): Fault[] {
  return checkWeights(
    indicators.map(indicator => ({ id: indicator.id, weight: indicator.points })),
    path,
    'points',
  )
}

/** A fault at `path` where the weights do not total exactly 100. */
export function totalFault(items: readonly Weighted[], path: Path, field: string): Fault[] {
  const total = sum(items.map(item => rational(item.weight)))
  return total.equals(HUNDRED) ? [] : [fault(at(...path), 'total-not-hundred', { field, total: total.toString() })]
}

/** A fault at each id that stands in the list before. */
export function sameId(items: readonly { readonly id: string }[], path: Path): Fault[] {
  return duplicates(items, item => item.id).map(({ index, first }) =>
    fault(at(...path, index, 'id'), 'duplicate', { value: items[index]?.id ?? '', first: at(...path, first) }),
  )
}
