import { useYearData } from '#renderer/db/hooks/use-year-data.ts'
import type { MeetingPlan } from '#shared/domain/ballot/plan/meeting-plan.ts'
import { planComponent } from '#shared/domain/ballot/plan/plan-component.ts'

/** A voter group's id with its name, as tables show it: A　企业工会代表. */
export function useGroupName(plan: MeetingPlan): (id: string) => string {
  const { scheme } = useYearData().evaluation
  const groups = planComponent(plan, scheme)?.groups ?? []
  return id => {
    const name = groups.find(group => group.id === id)?.name
    return name === undefined ? id : `${id}　${name}`
  }
}
