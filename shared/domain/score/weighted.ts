import { HUNDRED, type Rational, rational, sum } from '#shared/lib/rational.ts'

/**
 * The weights used after the parts without a score handed theirs to the others: `weight × 100 ÷ Σ weights present`,
 * in percent, `null` for a part without a score. All null where nothing has a score.
 */
export function usedWeights(
  parts: readonly { readonly weight: string; readonly score: Rational | null }[],
): readonly (Rational | null)[] {
  const present = sum(parts.filter(part => part.score !== null).map(part => rational(part.weight)))
  return parts.map(part => (part.score === null ? null : rational(part.weight).mul(HUNDRED).div(present)))
}

/** `Σ weight × score ÷ 100` over the parts that have a score; `null` where none has. */
export function weightedScore(
  parts: readonly { readonly weight: Rational | null; readonly score: Rational | null }[],
): Rational | null {
  const products = parts.flatMap(({ weight, score }) =>
    weight === null || score === null ? [] : [weight.mul(score).div(HUNDRED)],
  )
  return products.length === 0 ? null : sum(products)
}
