import type { Meeting } from '#shared/domain/ballot/meeting.ts'
import { groupNumbers } from './group-numbers.ts'
import type { MeetingPlan } from './meeting-plan.ts'

/**
 * A held meeting with the clerk's numbers as the plan has them now (实到, 补发, 印制), counted or put right after the opening;
 * what came out of the box stays as it is. That no more came back than were issued, the evaluation's own check sees to.
 */
export function renumber(meeting: Meeting, plan: MeetingPlan): Meeting {
  return {
    ...meeting,
    groups: meeting.groups.map(group => {
      const own = plan.groups.find(({ id }) => id === group.id)
      if (!own) return group
      const { attended, printed, issued } = groupNumbers(own, group)
      return { ...group, attended, printed: Math.max(printed, issued), issued }
    }),
  }
}
