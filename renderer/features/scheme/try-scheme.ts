import type { Evaluation } from '#shared/domain/evaluation/evaluation.ts'
import { scoreUnder } from '#shared/domain/evaluation/score-under.ts'
import { readSchemeDraft, type SchemeDraft } from '#shared/domain/scheme/design/draft.ts'
import type { Scheme } from '#shared/domain/scheme/scheme.ts'
import type { YearScore } from '#shared/domain/score/annual-score.ts'
import { compareScores, type ScoreChange } from '#shared/domain/score/compare-scores.ts'
import type { Fault } from '#shared/lib/fault.ts'
import { type Result, success } from '#shared/lib/result.ts'
import { lendWeights } from './lend-weights.ts'

export type Tried = { readonly scheme: Scheme; readonly score: YearScore }

export type Trial = { readonly now: Tried; readonly tried: Tried; readonly changes: readonly ScoreChange[] }

/**
 * A year's data under a scheme, as it stands or tried; or the faults of what was typed, or of data that do not fit.
 * `lend`: missing parts hand their weight on. Keeps nothing.
 */
export function tryScheme(data: Evaluation, draft: SchemeDraft, lend: boolean): Result<Tried, readonly Fault[]> {
  const read = readSchemeDraft(lend ? lendWeights(draft) : draft)
  if (!read.ok) return read
  const score = scoreUnder(data, read.value)
  return score.ok ? success({ scheme: read.value, score: score.value }) : score
}

/** Both sides and who moves between them; or the faults of the first side that cannot be computed. */
export function trialOf(
  now: ReturnType<typeof tryScheme>,
  tried: ReturnType<typeof tryScheme>,
): Result<Trial, readonly Fault[]> {
  if (!now.ok) return now
  if (!tried.ok) return tried
  return success({ now: now.value, tried: tried.value, changes: compareScores(now.value.score, tried.value.score) })
}
