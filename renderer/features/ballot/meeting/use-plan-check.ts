import { useMemo } from 'react'
import { useYearData } from '#renderer/db/hooks/use-year-data.ts'
import { planWarningWords } from '#renderer/strings/plan-warnings.ts'
import { type BallotEffort, ballotEffort } from '#shared/domain/ballot/plan/ballot-effort.ts'
import type { MeetingPlan } from '#shared/domain/ballot/plan/meeting-plan.ts'
import { planWarnings } from '#shared/domain/ballot/plan/plan-warnings.ts'
import { setUpOf } from '#shared/domain/ballot/plan/set-up-of.ts'
import { faultWords } from '#shared/domain/evaluation/fault-words.ts'
import { placeWords } from '#shared/domain/evaluation/place-words.ts'

export type PlanCheck = {
  /** How much work a ballot is; null where the plan makes none. */
  readonly effort: BallotEffort | null
  /** `blocks`: to be settled before slips are printed. */
  readonly lines: readonly { readonly words: string; readonly blocks: boolean }[]
}

/** What is wrong or unwise in a plan, in words. */
export function usePlanCheck(plan: MeetingPlan): PlanCheck {
  const { scheme, instructors } = useYearData().evaluation
  return useMemo(() => {
    const setUp = setUpOf(plan, scheme, instructors)
    if (!setUp.ok)
      return {
        effort: null,
        lines: setUp.error.map(fault => ({ words: `${placeWords(fault)}：${faultWords(fault)}`, blocks: true })),
      }
    return {
      effort: ballotEffort(setUp.value),
      lines: planWarnings(plan, setUp.value).map(warning => ({
        words: planWarningWords(warning),
        blocks: warning.blocks,
      })),
    }
  }, [plan, scheme, instructors])
}
