import type { MeetingPlan, PlanNumbers } from '#shared/domain/ballot/plan/meeting-plan.ts'
import { renumber } from '#shared/domain/ballot/plan/renumber.ts'
import { changePlan } from './change-plan.ts'
import type { EvaluationDraft } from './check-change.ts'
import type { Evaluation } from './evaluation.ts'

/**
 * The evaluation with a figure of one group counted at the doors, or taken back (`undefined`): in the plan as it stands now,
 * and in the meeting where it is held already. 'conflict' where the plan is gone.
 */
export function changeNumbers(
  evaluation: Evaluation,
  meeting: string,
  group: string,
  part: { readonly [figure in keyof PlanNumbers]?: number | undefined },
): EvaluationDraft | 'conflict' {
  const edit = (standing: MeetingPlan): MeetingPlan => ({
    ...standing,
    groups: standing.groups.map(each => {
      if (each.id !== group) return each
      const figures = Object.entries({ ...each.numbers, ...part }).filter(([, value]) => value !== undefined)
      return { ...each, numbers: Object.fromEntries(figures) }
    }),
  })
  const standing = evaluation.plans?.find(plan => plan.id === meeting)
  const changed = changePlan(evaluation, meeting, edit)
  if (changed === 'conflict' || !standing) return 'conflict'
  if (!evaluation.meetings.some(held => held.id === meeting)) return changed
  const next = edit(standing)
  return {
    ...changed,
    meetings: evaluation.meetings.map(held => (held.id === meeting ? renumber(held, next) : held)),
  }
}
