import Fraction from 'fraction.js'

/** An exact rational number. Every score travels as one; a float never touches a score. */
export type Rational = Fraction

/**
 * The exact value of a decimal string (`-?[0-9]+(\.[0-9]+)?`) or of a whole number.
 * Throws on a number that is not whole: it would be a float on its way to a score.
 */
export function rational(value: string | number | bigint): Rational {
  if (typeof value === 'number' && !Number.isSafeInteger(value)) throw new RangeError(`not a whole number: ${value}`)
  return new Fraction(value)
}

export const ZERO: Rational = rational(0)
export const HUNDRED: Rational = rational(100)

/** The exact sum; 0 of nothing. */
export function sum(values: Iterable<Rational>): Rational {
  let total = ZERO
  for (const value of values) total = total.add(value)
  return total
}

/** `value` held within `low` and `high`. */
export function clamp(value: Rational, low: Rational, high: Rational): Rational {
  return value.lt(low) ? low : value.gt(high) ? high : value
}

/**
 * The value as printed: `decimals` places (0 or more), rounded once, half up (towards +∞), e.g. 89.995 → `90.00`.
 * Source: SCORING.md, "what is printed is rounded once, half up".
 */
export function roundHalfUp(value: Rational, decimals: number): string {
  const scale = 10n ** BigInt(decimals)
  const doubled = 2n * value.s * value.n * scale + value.d
  const divisor = 2n * value.d
  const units = doubled >= 0n ? doubled / divisor : -((-doubled + divisor - 1n) / divisor)
  const digits = (units < 0n ? -units : units).toString().padStart(decimals + 1, '0')
  const sign = units < 0n ? '-' : ''
  return decimals === 0 ? sign + digits : `${sign}${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`
}

/**
 * A weight as printed: two decimals, half up, trailing zeros dropped (`10`, `37.5`, `16.67`).
 * Source: SCORING.md rule 5.
 */
export function weightText(value: Rational): string {
  return roundHalfUp(value, 2).replace(/\.?0+$/, '')
}
