import type { Rating } from '#shared/domain/rating/rating.ts'
import { clamp, HUNDRED, type Rational, rational, roundHalfUp, sum, ZERO } from '#shared/lib/rational.ts'
import type { ComponentScore } from './annual-score.ts'
import { usedWeights, weightedScore } from './weighted.ts'

export type Total = {
  readonly components: readonly ComponentScore[]
  readonly bonus: Rational
  readonly penalty: Rational
  readonly total: Rational | null
  readonly printedTotal: string | null
  readonly notes: readonly string[]
  readonly blocked: readonly string[]
}

/**
 * Components weighted, plus bonuses, minus penalties, held within 0 and 100. What is missing either blocks the result
 * (total null) or hands its weight on; it never counts as 0. Source: SCORING.md rules 3 to 5.
 * Ours: bonuses and penalties of all of the person's ratings count, also of a rating without a score.
 */
export function totalOf(scores: readonly ComponentScore[], ratings: readonly Rating[]): Total {
  const weights = usedWeights(
    scores.map(part => part.component),
    scores,
  )
  const components = scores.map((part, index) => ({ ...part, weight: weights[index] ?? null }))
  const parts = scores.flatMap(missingParts)
  const missing = scores.filter(part => part.score === null)
  const blocked = [
    ...parts.filter(part => part.blocks).map(part => `${part.component}:${part.part}`),
    ...missing.filter(part => part.component.missing === 'block').map(part => part.component.id),
  ]
  const notes = [
    ...missing.filter(part => part.component.missing === 'renormalise').map(part => `missing:${part.component.id}`),
    ...parts.filter(part => !part.blocks && part.kind === 'group').map(part => `empty-group:${part.part}`),
    ...parts.filter(part => !part.blocks && part.kind === 'source').map(part => `empty-source:${part.part}`),
  ]
  const bonus = sum(ratings.map(rating => rational(rating.bonus ?? 0)))
  const penalty = sum(ratings.map(rating => rational(rating.penalty ?? 0)))
  const weighted = weightedScore(components)
  const total = blocked.length > 0 || weighted === null ? null : clamp(weighted.add(bonus).sub(penalty), ZERO, HUNDRED)
  return {
    components,
    bonus,
    penalty,
    total,
    printedTotal: total === null ? null : roundHalfUp(total, 2),
    notes,
    blocked: total === null && blocked.length === 0 ? missing.map(part => part.component.id) : blocked,
  }
}

type MissingPart = {
  readonly component: string
  readonly part: string
  readonly kind: 'group' | 'source'
  readonly blocks: boolean
}

/** Empty groups and sources that must rate and have not; none where the whole component is missing. */
function missingParts(part: ComponentScore): MissingPart[] {
  if (part.score === null || part.kind === 'self') return []
  if (part.kind === 'ballot')
    return part.groups
      .filter(group => group.score === null)
      .map(group => ({
        component: part.component.id,
        part: group.group.id,
        kind: 'group',
        blocks: part.component.emptyGroup === 'block',
      }))
  return part.sources
    .filter(source => source.required && source.score === null)
    .map(source => ({
      component: part.component.id,
      part: source.source.id,
      kind: 'source',
      blocks: part.component.emptySource === 'block',
    }))
}
