import type { AnnualScore } from '#shared/domain/score/annual-score.ts'
import { weightedScore } from '#shared/domain/score/weighted.ts'
import type { Rational } from '#shared/lib/rational.ts'

/** The components weighted, before bonus, penalty and limits: the scorer's own function, so that it cannot differ. */
export function weightedSum(person: AnnualScore): Rational | null {
  return weightedScore(person.components)
}
