import type { Meeting } from '#shared/domain/ballot/meeting.ts'
import { meetingComponent } from '#shared/domain/ballot/meeting-component.ts'
import type { MeetingPlan } from '#shared/domain/ballot/plan/meeting-plan.ts'
import { planComponent } from '#shared/domain/ballot/plan/plan-component.ts'
import type { BallotComponent, Scheme } from '#shared/domain/scheme/scheme.ts'
import type { Evaluation } from './evaluation.ts'

/** Why a scheme cannot replace another: what is recorded for good would lose what it was recorded under. */
export type SchemeBar =
  /** The component `name` has meetings. */
  | { readonly kind: 'component-met'; readonly name: string }
  /** The group `name` of the component was counted at the doors or in the box. */
  | { readonly kind: 'group-met'; readonly name: string; readonly component: string }
  /** A meeting (`title`) is planned with the component or group `name`. */
  | { readonly kind: 'component-planned' | 'group-planned'; readonly name: string; readonly title: string }
  /** The indicator or option `name` has counts. */
  | { readonly kind: 'indicator-counted' | 'option-counted'; readonly name: string; readonly component: string }
  /** Ballots were counted on a scale of the other kind. */
  | { readonly kind: 'scale-counted'; readonly component: string }
  /** The grade `name` stands in that many decisions. */
  | { readonly kind: 'grade-decided'; readonly name: string; readonly decisions: number }

/** Everything recorded in meetings and decisions that `scheme` would leave without its place, in the old scheme's order. */
export function schemeBars(evaluation: Evaluation, scheme: Scheme): SchemeBar[] {
  return [
    ...evaluation.meetings.flatMap(meeting => meetingBars(meeting, evaluation.scheme, scheme)).filter(once()),
    ...(evaluation.plans ?? []).flatMap(plan => planBars(plan, evaluation.scheme, scheme)),
    ...gradeBars(evaluation, scheme),
  ]
}

function meetingBars(meeting: Meeting, before: Scheme, after: Scheme): SchemeBar[] {
  const old = meetingComponent(meeting, before)
  if (!old) return []
  const component = after.components.find(each => each.id === old.id)
  if (component?.kind !== 'ballot') return [{ kind: 'component-met', name: old.name }]
  return [...groupBars(meeting, old, component), ...tallyBars(meeting, old, component)]
}

function planBars(plan: MeetingPlan, before: Scheme, after: Scheme): SchemeBar[] {
  const old = planComponent(plan, before)
  if (!old) return []
  const component = after.components.find(each => each.id === old.id)
  if (component?.kind !== 'ballot') return [{ kind: 'component-planned', name: old.name, title: plan.title }]
  return removedGroups(plan, old, component).map(({ name }) => ({ kind: 'group-planned', name, title: plan.title }))
}

/** The groups of `old` that the meeting or plan holds and `component` does not. */
function removedGroups(held: Pick<Meeting | MeetingPlan, 'groups'>, old: BallotComponent, component: BallotComponent) {
  const kept = new Set<string>(component.groups.map(group => group.id))
  const met = new Set<string>(held.groups.map(group => group.id))
  return old.groups.filter(group => met.has(group.id) && !kept.has(group.id))
}

function groupBars(meeting: Meeting, old: BallotComponent, component: BallotComponent): SchemeBar[] {
  return removedGroups(meeting, old, component).map(({ name }) => ({ kind: 'group-met', name, component: old.name }))
}

function tallyBars(meeting: Meeting, old: BallotComponent, component: BallotComponent): SchemeBar[] {
  if (meeting.tallies.length === 0) return []
  const counted = new Set<string>(meeting.tallies.map(tally => tally.indicator))
  const kept = new Set<string>(component.indicators.map(indicator => indicator.id))
  const indicators = old.indicators
    .filter(indicator => counted.has(indicator.id) && !kept.has(indicator.id))
    .map((indicator): SchemeBar => ({ kind: 'indicator-counted', name: indicator.name, component: old.name }))
  if (old.scale.kind !== component.scale.kind) return [...indicators, { kind: 'scale-counted', component: old.name }]
  if (old.scale.kind === 'points' || component.scale.kind === 'points') return indicators
  const marked = new Set(meeting.tallies.flatMap(tally => Object.keys(tally.marks)))
  const options = new Set<string>(component.scale.options.map(option => option.id))
  return [
    ...indicators,
    ...old.scale.options
      .filter(option => marked.has(option.id) && !options.has(option.id))
      .map((option): SchemeBar => ({ kind: 'option-counted', name: option.label, component: old.name })),
  ]
}

function gradeBars({ decisions, scheme: before }: Evaluation, after: Scheme): SchemeBar[] {
  const kept = new Set<string>(after.grades.map(grade => grade.id))
  return before.grades
    .filter(grade => !kept.has(grade.id))
    .flatMap((grade): SchemeBar[] => {
      const count = decisions.filter(each => each.final === grade.id || each.proposed === grade.id).length
      return count === 0 ? [] : [{ kind: 'grade-decided', name: grade.label, decisions: count }]
    })
}

/** Several meetings of one component say the same thing once. */
function once(): (bar: SchemeBar) => boolean {
  const said = new Set<string>()
  return bar => {
    const key = JSON.stringify(bar)
    if (said.has(key)) return false
    said.add(key)
    return true
  }
}
