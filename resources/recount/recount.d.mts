import type { Evaluation } from '#shared/domain/evaluation/evaluation.ts'
import type { PersonResult } from '#shared/domain/score/results.ts'

// Types only: recount.mjs itself shares no code with the app.

/** What the second tally works out of a result: scores, totals and rates. */
export type Recounted = Pick<
  PersonResult,
  'instructor' | 'name' | 'components' | 'bonus' | 'penalty' | 'total' | 'rates'
>

/** Everybody, in the roster's order. The evaluation must be one that the app reads. */
export function recount(evaluation: Evaluation): readonly Recounted[]

/** One Chinese line per figure of `results` (any JSON) that the recount does not find; none where all agree. */
export function differences(evaluation: Evaluation, results: unknown): readonly string[]
