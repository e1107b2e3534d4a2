import { HUNDRED, type Rational, rational, ZERO } from '#shared/lib/rational.ts'

/**
 * The weights used after the parts without a score handed theirs to the others: `weight × 100 ÷ Σ weights present`,
 * in percent, `null` for a part without a score. All null where nothing has a score.
 */
export function usedWeights(
  parts: readonly { readonly weight: string; readonly score: Rational | null }[],
): readonly (Rational | null)[] {
  let present = ZERO
  for (const part of parts) if (part.score !== null) present = present.add(part.weight)
  return parts.map(part => (part.score === null ? null : rational(part.weight).mul(HUNDRED).div(present)))
}

/** `Σ weight × score ÷ 100` over the parts that have a score; `null` where none has. */
export function weightedScore(
  parts: readonly { readonly weight: Rational | null; readonly score: Rational | null }[],
): Rational | null {
  let total: Rational | null = null
  for (const { weight, score } of parts)
    if (weight !== null && score !== null) total = weight.mul(score).add(total ?? ZERO)
  return total === null ? null : total.div(HUNDRED)
}
