import type { MeetingPlan } from '#shared/domain/ballot/plan/meeting-plan.ts'
import { setUpOf } from '#shared/domain/ballot/plan/set-up-of.ts'
import type { MeetingSetUp } from '#shared/domain/ballot/set-up/meeting-set-up.ts'
import type { Evaluation } from '#shared/domain/evaluation/evaluation.ts'
import { readEvaluation } from '#shared/domain/evaluation/read-evaluation.ts'
import { buildEvaluation } from '#tests/fixtures/build-evaluation.ts'
import { buildInstructors } from '#tests/fixtures/build-instructor.ts'
import { buildPlan, type PlanFile } from '#tests/fixtures/build-plan.ts'

/** A year of four people with this one plan, as the file's text. */
export function planYear(plan: PlanFile = buildPlan(), overrides: Parameters<typeof buildEvaluation>[0] = {}): string {
  return JSON.stringify(
    buildEvaluation({
      instructors: buildInstructors(4),
      self: [],
      ratings: [],
      meetings: [],
      plans: [plan],
      ...overrides,
    }),
  )
}

/** The same, read as the app reads it. */
export function readPlanYear(...parameters: Parameters<typeof planYear>): {
  readonly evaluation: Evaluation
  readonly plan: MeetingPlan
  readonly setUp: MeetingSetUp
} {
  const read = readEvaluation(planYear(...parameters))
  if (!read.ok) throw new Error(JSON.stringify(read.error))
  const plan = read.value.plans?.[0]
  if (!plan) throw new Error('no plan')
  const setUp = setUpOf(plan, read.value.scheme, read.value.instructors)
  if (!setUp.ok) throw new Error(JSON.stringify(setUp.error))
  return { evaluation: read.value, plan, setUp: setUp.value }
}
