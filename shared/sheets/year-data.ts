import { type Decision, lastDecisions } from '#shared/domain/decision/decision.ts'
import type { Evaluation } from '#shared/domain/evaluation/evaluation.ts'
import { ballotComponents } from '#shared/domain/scheme/scheme.ts'
import type { YearScore } from '#shared/domain/score/annual-score.ts'
import { scoreYear } from '#shared/domain/score/score-year.ts'
import { type BallotNumbers, ballotNumbers } from './ballot-numbers.ts'
import type { NoticeFacts } from './notice/notice-facts.ts'
import { recordedFacts } from './notice/recorded-facts.ts'

/** Everything a sheet reads, worked out once for a year's many sheets. */
export type YearData = {
  readonly evaluation: Evaluation
  readonly score: YearScore
  /** Each person's last decision, by instructor id. */
  readonly decisions: ReadonlyMap<string, Decision>
  /** Void and expected ballots per group, by ballot component id. */
  readonly ballots: ReadonlyMap<string, BallotNumbers>
  /** The newest date that the data names: the sheets' date, as there is no clock here. */
  readonly date: string
  /** What notices say beside the results. */
  readonly facts: NoticeFacts
}

/** The sheets' data of a checked evaluation; the score may be handed over where it is known already. */
export function yearData(
  evaluation: Evaluation,
  score: YearScore = scoreYear(evaluation),
  facts: NoticeFacts = recordedFacts(evaluation),
): YearData {
  return {
    evaluation,
    score,
    decisions: lastDecisions(evaluation.decisions),
    ballots: new Map(
      ballotComponents(evaluation.scheme).map(component => [component.id, ballotNumbers(evaluation, component)]),
    ),
    date: newestDate(evaluation),
    facts,
  }
}

/** The newest date of a meeting or decision; the year's last day where there is none. ISO. */
function newestDate({ year, meetings, decisions }: Evaluation): string {
  const dates = [...meetings.map(meeting => meeting.date ?? ''), ...decisions.map(decision => decision.date)]
  return dates.reduce((newest, date) => (date > newest ? date : newest), '') || `${year}-12-31`
}
