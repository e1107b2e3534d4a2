import type { Scale } from '#shared/domain/scheme/scheme.ts'
import { canonicalDecimal } from '#shared/lib/canonical-decimal.ts'
import { rational, roundHalfUp } from '#shared/lib/rational.ts'

/*
 * On a ballot's way to the count a row is one whole number: 0 an abstention, 1 … n the scale's marks in their order
 * (options as listed, points from the lowest), n + 1 the author's own row, n + 2 a row of a paper ballot with two ticks.
 */
export const ABSTAIN = 0

/** How many marks a scale offers: its options, or its steps with both ends. */
export function scaleSize(scale: Scale): number {
  if (scale.kind === 'grades') return scale.options.length
  return Number(rational(scale.max).sub(scale.min).div(scale.step).floor().n) + 1
}

/** The number that stands for the author's own row. */
export function selfValue(scale: Scale): number {
  return scaleSize(scale) + 1
}

/** The number that stands for a row with more than one tick; only paper has them. */
export function invalidValue(scale: Scale): number {
  return scaleSize(scale) + 2
}

/** The number of a mark (an option's id, or a decimal on a points scale), or why it has none. */
export function valueOfMark(scale: Scale, mark: string): number | 'unknown-option' | 'off-scale' {
  if (scale.kind === 'grades') {
    const index = scale.options.findIndex(option => option.id === mark)
    return index < 0 ? 'unknown-option' : index + 1
  }
  if (mark.length > 40 || !/^-?[0-9]+(\.[0-9]+)?$/.test(mark)) return 'off-scale'
  const value = rational(mark)
  if (value.lt(scale.min) || value.gt(scale.max)) return 'off-scale'
  const steps = value.sub(scale.min).div(scale.step)
  return steps.d === 1n ? Number(steps.n) + 1 : 'off-scale'
}

/** The key of a mark's number in a tally: the option's id, or the canonical decimal. `value` is 1 … `scaleSize`. */
export function markOfValue(scale: Scale, value: number): string {
  if (scale.kind === 'grades') return scale.options[value - 1]?.id ?? ''
  const places = Math.max(placesOf(scale.min), placesOf(scale.step))
  return canonicalDecimal(
    roundHalfUp(
      rational(scale.step)
        .mul(value - 1)
        .add(scale.min),
      places,
    ),
  )
}

function placesOf(decimal: string): number {
  return decimal.split('.')[1]?.length ?? 0
}
