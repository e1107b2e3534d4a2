import type { MeetingSetUp } from '#shared/domain/ballot/set-up/meeting-set-up.ts'
import { readSetUp } from '#shared/domain/ballot/set-up/read-set-up.ts'
import type { Instructor } from '#shared/domain/roster/instructor.ts'
import type { Scheme } from '#shared/domain/scheme/scheme.ts'
import { type Fault, fault } from '#shared/lib/fault.ts'
import { failure, type Result } from '#shared/lib/result.ts'
import type { MeetingPlan } from './meeting-plan.ts'
import { planComponent } from './plan-component.ts'

/**
 * What is voted on (DESIGN.md `--meeting`) out of a plan, its scheme and roster: scale, indicators and groups are the
 * scheme's, numbers and people the plan's. With the plan's faults where it cannot be voted on; people and groups that are
 * not known are left to `checkPlan`. `read`: `readHubSetUp` for a box in a hub, which has more room.
 */
export function setUpOf(
  plan: MeetingPlan,
  scheme: Scheme,
  instructors: readonly Instructor[],
  read: typeof readSetUp = readSetUp,
): Result<MeetingSetUp, readonly Fault[]> {
  const component = planComponent(plan, scheme)
  if (!component) return failure([fault('component', 'unknown-id', { value: plan.component ?? '' })])
  const people = new Map(instructors.map(person => [person.id, person]))
  const summaries = new Map(plan.summaries?.map(({ instructor, text }) => [instructor, text]))
  return read(
    JSON.stringify({
      id: plan.id,
      title: plan.title,
      scale: component.scale,
      indicators: component.indicators,
      groups: plan.groups.flatMap(group => {
        const own = component.groups.find(({ id }) => id === group.id)
        if (!own) return []
        const { id, slips, paper, mergeInto } = group
        return [{ id, name: own.name, slips, paper, peers: own.peers, mergeInto }]
      }),
      instructors: plan.instructors.flatMap(id => {
        const person = people.get(id)
        if (!person) return []
        const summary = summaries.get(id)?.trim()
        return [{ id, name: person.name, unit: person.unit, summary: summary === '' ? undefined : summary }]
      }),
      minGroupBallots: scheme.minGroupBallots,
      limits: plan.limits,
      voidRules: plan.voidRules,
      suggestions: plan.suggestions,
      halls: plan.halls,
    }),
  )
}
