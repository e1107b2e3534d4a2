import type { MeetingPlan, Role } from '#shared/domain/ballot/plan/meeting-plan.ts'
import type { Evaluation } from '#shared/domain/evaluation/evaluation.ts'
import { oneLine } from '#shared/sheets/paper/text.ts'

/** A meeting as it is called: what is planned of it before, and what came of it where it was held. */
export type CalledMeeting = {
  readonly date: string | undefined
  /** As it stands on the notice, e.g. 下午2:00; empty where it is not settled. */
  readonly time: string
  readonly place: string | undefined
  /** How many people are appraised. */
  readonly appraised: number
  /** 实到 is left out where nobody counted yet. */
  readonly groups: readonly {
    readonly id: string
    readonly expected: number
    readonly attended?: number | undefined
    readonly paper: boolean
  }[]
  /** The plan's own; null for a meeting that was not planned here. */
  readonly plan: MeetingPlan | null
}

/**
 * The meetings that a notice calls and a chair opens: first rounds, as planned; a meeting without a plan as it was held.
 * A further round is called in the room.
 */
export function calledMeetings({ plans = [], meetings, instructors }: Evaluation): readonly CalledMeeting[] {
  const planned = plans.filter(plan => plan.round === 1)
  const ids = new Set<string>(plans.map(plan => plan.id))
  return [
    ...planned.map((plan): CalledMeeting => {
      const held = meetings.find(meeting => meeting.id === plan.id)
      return {
        date: plan.date ?? held?.date,
        time: oneLine(plan.time, 20),
        place: plan.place ?? held?.place,
        appraised: plan.instructors.length,
        groups: plan.groups.map(({ id, expected, paper, numbers }) => ({
          id,
          expected,
          attended: held?.groups.find(group => group.id === id)?.attended ?? numbers?.attended,
          paper: paper > 0,
        })),
        plan,
      }
    }),
    ...meetings
      .filter(meeting => meeting.round === 1 && !ids.has(meeting.id))
      .map(
        (meeting): CalledMeeting => ({
          date: meeting.date,
          time: '',
          place: meeting.place,
          appraised: instructors.length,
          groups: meeting.groups.map(({ id, expected, attended }) => ({ id, expected, attended, paper: true })),
          plan: null,
        }),
      ),
  ]
}

/** The names of those who have a role in a planned meeting, `李明、王芳`; empty where nobody is named. */
export function roleNames(meeting: CalledMeeting | undefined, role: Role): string {
  const roles = meeting?.plan?.roles ?? []
  return roles
    .filter(each => each.role === role)
    .map(each => oneLine(each.name, 20))
    .join('、')
}
