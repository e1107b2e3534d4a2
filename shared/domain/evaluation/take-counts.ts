import { type BoxCounts, boxCountsSchema } from '#shared/domain/ballot/count/box-counts.ts'
import { meetingOf } from '#shared/domain/ballot/plan/meeting-of.ts'
import type { MeetingPlan } from '#shared/domain/ballot/plan/meeting-plan.ts'
import { planComponent } from '#shared/domain/ballot/plan/plan-component.ts'
import { parseShape } from '#shared/lib/parse-shape.ts'
import { failure, type Result, success } from '#shared/lib/result.ts'
import type { EvaluationDraft } from './check-change.ts'
import type { Evaluation } from './evaluation.ts'

/** Why counts are not taken: no counts at all, no such meeting, counted already, or other lists, groups or numbers of slips. */
export type TakeCountsFault = 'not-counts' | 'other-meeting' | 'counted' | 'other-list'

/**
 * The evaluation with the counts of a box that was voted into and opened by command (`hub open --json`, DESIGN.md "box
 * open"), as a meeting of the plan `id`. `text`: the file. The counts say nothing of whose they are: groups, slips, people
 * and indicators must be the plan's. Whether their sums are right is checked with the whole evaluation.
 */
export function takeCounts(evaluation: Evaluation, id: string, text: string): Result<EvaluationDraft, TakeCountsFault> {
  const counts = parseShape(boxCountsSchema, jsonOf(text))
  if (!counts.ok) return failure('not-counts')
  const plan = evaluation.plans?.find(each => each.id === id)
  if (!plan) return failure('other-meeting')
  if (evaluation.meetings.some(meeting => meeting.id === id)) return failure('counted')
  if (!isOfPlan(counts.value, plan, evaluation)) return failure('other-list')
  return success({ ...evaluation, meetings: [...evaluation.meetings, meetingOf(plan, counts.value)] })
}

function isOfPlan({ groups, tallies, boxes }: BoxCounts, plan: MeetingPlan, { scheme }: Evaluation): boolean {
  const component = planComponent(plan, scheme)
  const slipsOf = (id: string) => groups.find(group => group.id === id)?.printed ?? -1
  // Halls that opened together have their slips together, and a hall may be lost.
  const sameGroups =
    groups.length === plan.groups.length &&
    plan.groups.every(({ id, slips }) => (boxes ? slipsOf(id) >= slips : slipsOf(id) === slips))
  const people = new Set(tallies.map(tally => tally.instructor))
  const asked = new Set(tallies.map(tally => tally.indicator))
  const samePeople =
    tallies.length === 0 ||
    (people.size === plan.instructors.length &&
      plan.instructors.every(person => people.has(person)) &&
      asked.size === component?.indicators.length &&
      component.indicators.every(indicator => asked.has(indicator.id)))
  return component !== undefined && sameGroups && samePeople
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    // No JSON is no counts: the schema says so.
    return undefined
  }
}
