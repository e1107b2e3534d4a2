import type { YearRow } from '#renderer/db/schema/rows.ts'
import type { Evaluation } from '#shared/domain/evaluation/evaluation.ts'
import type { YearScore } from '#shared/domain/score/annual-score.ts'
import { type Gap, gapsOf } from '#shared/domain/score/gaps.ts'
import { type Results, resultsOf } from '#shared/domain/score/results.ts'
import { type ScoreInput, scoreYear } from '#shared/domain/score/score-year.ts'

/** What follows from an evaluation, each part worked out when it is first asked for: an edit waits for no score. */
export type Scored = {
  readonly score: YearScore
  /** The same score as printed figures: what `pingyi score` writes. */
  readonly results: Results
  readonly gaps: readonly Gap[]
}

/** A year with everything that follows from it. */
export type YearData = Scored & {
  readonly row: YearRow
  readonly evaluation: Evaluation
}

const known = new WeakMap<Evaluation, Scored>()
let latest: { readonly evaluation: Evaluation; readonly scored: Scored } | null = null

/** What a score reads (`ScoreInput`): a decision, a notice or a plan changes no score. */
const READ: readonly (keyof ScoreInput)[] = ['year', 'scheme', 'instructors', 'self', 'meetings', 'ratings']

/** Computed once per evaluation: pages that read the same year share one computation. */
export function yearDataOf(row: YearRow, evaluation: Evaluation): YearData {
  const same = latest !== null && READ.every(key => latest?.evaluation[key] === evaluation[key])
  const scored = known.get(evaluation) ?? (same && latest ? latest.scored : lazily(evaluation))
  known.set(evaluation, scored)
  latest = { evaluation, scored }
  return {
    row,
    evaluation,
    get score() {
      return scored.score
    },
    get results() {
      return scored.results
    },
    get gaps() {
      return scored.gaps
    },
  }
}

function lazily(evaluation: Evaluation): Scored {
  let score: YearScore | undefined
  let results: Results | undefined
  let gaps: readonly Gap[] | undefined
  return {
    get score() {
      score ??= scoreYear(evaluation)
      return score
    },
    get results() {
      results ??= resultsOf(this.score)
      return results
    },
    get gaps() {
      gaps ??= gapsOf(this.score)
      return gaps
    },
  }
}
