import type { Scheme } from '#shared/domain/scheme/scheme.ts'
import type { YearScore } from '#shared/domain/score/annual-score.ts'
import { scoreYear } from '#shared/domain/score/score-year.ts'
import type { Fault } from '#shared/lib/fault.ts'
import { failure, type Result, success } from '#shared/lib/result.ts'
import { checkEvaluation } from './check-evaluation.ts'
import type { Evaluation } from './evaluation.ts'

/** The faults of the year's data if `scheme` were its scheme. Decisions and the notices of them are left out: no score reads them. */
export function scoreUnderFaults(evaluation: Evaluation, scheme: Scheme): Fault[] {
  const { notices: _, ...data } = evaluation
  return checkEvaluation({ ...data, scheme, decisions: [] })
}

/**
 * The year's score if `scheme` were its scheme, or the faults where its data do not fit that scheme: an earlier version,
 * or one that is only tried out. Changes nothing.
 */
export function scoreUnder(evaluation: Evaluation, scheme: Scheme): Result<YearScore, readonly Fault[]> {
  const faults = scoreUnderFaults(evaluation, scheme)
  return faults.length > 0 ? failure(faults) : success(scoreYear({ ...evaluation, scheme }))
}
