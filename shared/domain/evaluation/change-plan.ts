import type { MeetingPlan } from '#shared/domain/ballot/plan/meeting-plan.ts'
import type { EvaluationDraft } from './check-change.ts'
import type { Evaluation } from './evaluation.ts'

type PlanDraft = NonNullable<EvaluationDraft['plans']>[number]

/** The evaluation with one more plan, at the end. */
export function addPlan(evaluation: Evaluation, plan: PlanDraft): EvaluationDraft {
  return { ...evaluation, plans: [...(evaluation.plans ?? []), plan] }
}

/**
 * The evaluation with `before` replaced by `after`, or 'conflict' where the plan is no longer what the form began from
 * (another window changed or removed it).
 */
export function replacePlan(
  evaluation: Evaluation,
  before: MeetingPlan,
  after: PlanDraft,
): EvaluationDraft | 'conflict' {
  const standing = evaluation.plans?.find(plan => plan.id === before.id)
  if (!standing || JSON.stringify(standing) !== JSON.stringify(before)) return 'conflict'
  return { ...evaluation, plans: evaluation.plans?.map(plan => (plan === standing ? after : plan)) }
}

/**
 * The evaluation with the plan as it stands now changed, or 'conflict' where it is gone: for single figures and words, of
 * which the second may be typed before the first is in the form's own copy.
 */
export function changePlan(
  evaluation: Evaluation,
  id: string,
  edit: (standing: MeetingPlan) => PlanDraft,
): EvaluationDraft | 'conflict' {
  const standing = evaluation.plans?.find(plan => plan.id === id)
  if (!standing) return 'conflict'
  return { ...evaluation, plans: evaluation.plans?.map(plan => (plan === standing ? edit(plan) : plan)) }
}

/** The evaluation without the plan; the key goes with its last one. */
export function removePlan(evaluation: Evaluation, id: string): EvaluationDraft {
  const { plans = [], ...rest } = evaluation
  const left = plans.filter(plan => plan.id !== id)
  return left.length === 0 ? rest : { ...rest, plans: left }
}

/** The first free id of a meeting of this year: m1, m2 …; held meetings and plans both count. */
export function nextMeetingId({ meetings, plans = [] }: Pick<Evaluation, 'meetings' | 'plans'>): string {
  const taken = new Set<string>([...meetings.map(meeting => meeting.id), ...plans.map(plan => plan.id)])
  for (let number = 1; ; number += 1) if (!taken.has(`m${number}`)) return `m${number}`
}
