import type { Evaluation } from './evaluation.ts'

/**
 * How far the scheme is settled: `open` may be changed; `published` is locked until it is unlocked with a reason;
 * `counted`: a meeting's counts are in, so that a changed scheme is a new version with its reason and minute's number.
 */
export type SchemeStage = 'open' | 'published' | 'counted'

/** The stage of a year's scheme. A count weighs more than a publication: who changes it then knows who gains. */
export function schemeStage(evaluation: Pick<Evaluation, 'meetings' | 'publication'>): SchemeStage {
  if (evaluation.meetings.some(meeting => meeting.tallies.length > 0)) return 'counted'
  return evaluation.publication?.publishedOn === undefined ? 'open' : 'published'
}
