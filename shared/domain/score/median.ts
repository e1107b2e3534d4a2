import type { Rational } from '#shared/lib/rational.ts'

/** The middle of some values, exact; the mean of the two in the middle of an even number; `null` of none. */
export function median(values: readonly Rational[]): Rational | null {
  const ordered = values.toSorted((a, b) => a.compare(b))
  const upper = ordered[ordered.length >> 1]
  if (!upper) return null
  const lower = ordered[(ordered.length - 1) >> 1] ?? upper
  return lower.add(upper).div(2)
}
