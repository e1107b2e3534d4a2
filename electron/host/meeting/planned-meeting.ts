import type { MeetingPlan } from '#shared/domain/ballot/plan/meeting-plan.ts'
import { setUpOf } from '#shared/domain/ballot/plan/set-up-of.ts'
import type { MeetingSetUp } from '#shared/domain/ballot/set-up/meeting-set-up.ts'
import type { Evaluation } from '#shared/domain/evaluation/evaluation.ts'
import { faultWords } from '#shared/domain/evaluation/fault-words.ts'
import { readEvaluation } from '#shared/domain/evaluation/read-evaluation.ts'
import { type Result, success } from '#shared/lib/result.ts'
import { type Refusal, refusal } from './refusals.ts'

/** A plan with what it plans, read and checked. */
export type PlannedMeeting = {
  readonly evaluation: Evaluation
  readonly plan: MeetingPlan
  readonly setUp: MeetingSetUp
}

const MOST_LINES = 50

/** Reads one plan of an evaluation file's text; the host trusts nobody. */
export function plannedMeeting(text: string, planId: string): Result<PlannedMeeting, Refusal> {
  const evaluation = readEvaluation(text)
  if (!evaluation.ok) return refusal('bad-evaluation', lines(evaluation.error))
  const plan = evaluation.value.plans?.find(({ id }) => id === planId)
  if (!plan) return refusal('not-found', [planId])
  const setUp = setUpOf(plan, evaluation.value.scheme, evaluation.value.instructors)
  if (!setUp.ok) return refusal('bad-plan', lines(setUp.error))
  return success({ evaluation: evaluation.value, plan, setUp: setUp.value })
}

function lines(faults: readonly Parameters<typeof faultWords>[0][]): string[] {
  return faults.slice(0, MOST_LINES).map(each => `${each.path}：${faultWords(each)}`)
}
