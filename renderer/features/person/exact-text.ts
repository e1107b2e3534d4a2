import { type Rational, rational, roundHalfUp, weightText } from '#shared/lib/rational.ts'

// What a person can check with a calculator: a figure that is longer than it is printed says so.

/** Whether the value is printed in full with two decimals. */
function isWhole(value: Rational): boolean {
  return rational(roundHalfUp(value, 2)).equals(value)
}

/** A score inside a formula: `90.00`, or `≈93.33` for 93.333… */
export function exactScore(value: Rational): string {
  return isWhole(value) ? roundHalfUp(value, 2) : `≈${roundHalfUp(value, 2)}`
}

/** A weight inside a formula: `30`, or `≈16.67`. */
export function exactWeight(value: Rational): string {
  return isWhole(value) ? weightText(value) : `≈${weightText(value)}`
}

/** What stands between a formula and its value: `= 90.00` or `≈ 93.33`. */
export function equals(value: Rational): string {
  return `${isWhole(value) ? '=' : '≈'} ${roundHalfUp(value, 2)}`
}

/** A sum of points as short as it is exact: `900`, `270.5`. */
export function pointsText(value: Rational): string {
  return isWhole(value) ? weightText(value) : exactScore(value)
}
