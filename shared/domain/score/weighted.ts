import { HUNDRED, type Rational, rational, sum, ZERO } from '#shared/lib/rational.ts'

type Weighted = { readonly weight: string }
type Scored = { readonly score: Rational | null } | undefined

const complete = new WeakMap<readonly Weighted[], readonly Rational[]>()

/**
 * The weights used after the parts without a score handed theirs to the others: `weight × 100 ÷ Σ weights present`,
 * in percent, `null` for a part without a score. All null where nothing has a score. `scores` are the parts' own, in their
 * order. Where nobody is missing, which is nearly always, everybody's weights are the same and worked out once.
 */
export function usedWeights(parts: readonly Weighted[], scores: readonly Scored[]): readonly (Rational | null)[] {
  const isPresent = (index: number) => (scores[index]?.score ?? null) !== null
  if (parts.every((_, index) => isPresent(index))) {
    const weights = complete.get(parts) ?? sharesOf(parts)
    complete.set(parts, weights)
    return weights
  }
  const shares = sharesOf(parts.filter((_, index) => isPresent(index)))
  let next = 0
  return parts.map((_, index) => (isPresent(index) ? (shares[next++] ?? null) : null))
}

function sharesOf(parts: readonly Weighted[]): readonly Rational[] {
  const present = sum(parts.map(part => rational(part.weight)))
  return parts.map(part => rational(part.weight).mul(HUNDRED).div(present))
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
