import type { YearRow } from '#renderer/db/schema/rows.ts'
import type { Evaluation } from '#shared/domain/evaluation/evaluation.ts'
import type { YearScore } from '#shared/domain/score/annual-score.ts'
import { type Gap, gapsOf } from '#shared/domain/score/gaps.ts'
import { type Results, resultsOf } from '#shared/domain/score/results.ts'
import { scoreYear } from '#shared/domain/score/score-year.ts'

/** A year with everything that follows from it. */
export type YearData = {
  readonly row: YearRow
  readonly evaluation: Evaluation
  readonly score: YearScore
  /** The same score as printed figures: what `pingyi score` writes. */
  readonly results: Results
  readonly gaps: readonly Gap[]
}

type Scored = Omit<YearData, 'row' | 'evaluation'>

const scored = new WeakMap<Evaluation, Scored>()

/** Computed once per evaluation: pages that read the same year share one computation. */
export function yearDataOf(row: YearRow, evaluation: Evaluation): YearData {
  let known = scored.get(evaluation)
  if (!known) {
    const score = scoreYear(evaluation)
    known = { score, results: resultsOf(score), gaps: gapsOf(score) }
    scored.set(evaluation, known)
  }
  return { row, evaluation, ...known }
}
