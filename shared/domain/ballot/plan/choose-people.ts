import type { Instructor } from '#shared/domain/roster/instructor.ts'
import type { BallotComponent } from '#shared/domain/scheme/scheme.ts'
import type { SelfAssessment } from '#shared/domain/self/self.ts'
import type { Attendee, MeetingPlan } from './meeting-plan.ts'
import { slipsFor, summariesOf } from './new-plan.ts'
import { orderInstructors } from './order-instructors.ts'

/**
 * The parts of a plan that follow when other people of the roster are appraised: the ballot's list in the plan's order, their
 * 述职, and in a peers group the list, the expected number and, as long as nobody has said otherwise, the slips: who is not on
 * the ballot has no own row to leave out, and does not vote there. Source: issue "who may be rated by whom".
 */
export function choosePeople(
  plan: MeetingPlan,
  { groups }: Pick<BallotComponent, 'groups'>,
  roster: readonly Instructor[],
  self: readonly SelfAssessment[],
  chosen: ReadonlySet<string>,
): Pick<MeetingPlan, 'instructors' | 'summaries' | 'groups'> {
  const people = orderInstructors(
    roster.filter(({ id }) => chosen.has(id)),
    plan.order === 'roster' ? 'roster' : 'strokes',
  )
  const peers = new Set<string>(groups.filter(group => group.peers).map(({ id }) => id))
  return {
    instructors: people.map(({ id }) => id),
    summaries: plan.summaries && summariesOf(people, self),
    groups: plan.groups.map(group => {
      if (!peers.has(group.id)) return group
      const attendance = attendanceOf(group.attendance ?? [], roster, chosen)
      const expected = attendance.length
      const slips = group.slips === slipsFor(group.expected) ? slipsFor(expected) : group.slips
      return { ...group, expected, slips, attendance: attendance.length === 0 ? undefined : attendance }
    }),
  }
}

/** Who was put on the list by hand stays; full-time people of the roster are there if they are appraised. */
function attendanceOf(
  standing: readonly Attendee[],
  roster: readonly Instructor[],
  chosen: ReadonlySet<string>,
): Attendee[] {
  const stay = standing.filter(({ instructor }) => instructor === undefined || chosen.has(instructor))
  const listed = new Set(stay.map(({ instructor }) => instructor))
  const come = roster.filter(({ id, kind }) => kind === 'full-time' && chosen.has(id) && !listed.has(id))
  return [
    ...stay,
    ...come.map(({ id, name, unit }) => ({ name, ...(unit === undefined ? {} : { unit }), instructor: id })),
  ]
}
