import { MOST_SLOTS } from '#shared/domain/ballot/set-up/meeting-set-up.ts'
import type { Instructor } from '#shared/domain/roster/instructor.ts'
import type { BallotComponent } from '#shared/domain/scheme/scheme.ts'
import type { SelfAssessment } from '#shared/domain/self/self.ts'
import type { MeetingId } from '#shared/lib/fields.ts'
import { halfPage } from './half-page.ts'
import type { MeetingPlan, PlanGroup } from './meeting-plan.ts'
import { orderInstructors } from './order-instructors.ts'

export type NewPlan = {
  readonly id: MeetingId
  readonly title: string
  readonly component: BallotComponent
  readonly instructors: readonly Instructor[]
  readonly self: readonly SelfAssessment[]
}

/** How many are expected of a group that nobody has said anything about. Ours. */
const EXPECTED = 30

/**
 * A plan with sensible defaults: everybody of the roster in 姓氏笔划 order; each group 30 people, the peers as many as there
 * are full-time instructors; slips with a tenth to spare (`slipsFor`); a paper ballot for every tenth person; half a page
 * of each one's year; no limits and no void rules, because a scheme that wants them says so.
 */
export function newPlan({ id, title, component, instructors, self }: NewPlan): MeetingPlan {
  const ordered = orderInstructors(instructors, 'strokes')
  const summaries = summariesOf(ordered, self)
  return {
    id,
    component: component.id,
    round: 1,
    title,
    groups: component.groups.map(group => planGroup(group, instructors)),
    instructors: ordered.map(person => person.id),
    order: 'strokes',
    paperCount: 'key-in',
    ...(summaries.length === 0 ? {} : { summaries }),
  }
}

/** 述职: half a page of the year of each who has written one, in the order of the people. */
export function summariesOf(
  people: readonly Pick<Instructor, 'id'>[],
  self: readonly SelfAssessment[],
): NonNullable<MeetingPlan['summaries']> {
  return people.flatMap(({ id }) => {
    const text = halfPage(self.find(({ instructor }) => instructor === id)?.summary)
    return text === '' ? [] : [{ instructor: id, text }]
  })
}

function planGroup(group: BallotComponent['groups'][number], instructors: readonly Instructor[]): PlanGroup {
  const peers = instructors.filter(person => person.kind === 'full-time')
  const expected = group.peers ? peers.length : EXPECTED
  const attendance = group.peers
    ? peers.map(({ id, name, unit }) => ({ name, ...(unit === undefined ? {} : { unit }), instructor: id }))
    : []
  return {
    id: group.id,
    expected,
    slips: slipsFor(expected),
    paper: Math.ceil(expected / 10),
    ...(attendance.length === 0 ? {} : { attendance }),
  }
}

/** Slips to print for so many expected people: a tenth more, at least two, for lost ones and guests. Ours. */
export function slipsFor(expected: number): number {
  return Math.min(expected + Math.max(2, Math.ceil(expected / 10)), MOST_SLOTS)
}
