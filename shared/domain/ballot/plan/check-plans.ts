import type { Instructor } from '#shared/domain/roster/instructor.ts'
import { type BallotComponent, ballotComponents, type Scheme } from '#shared/domain/scheme/scheme.ts'
import { at, duplicates, type Fault, fault } from '#shared/lib/fault.ts'
import type { MeetingPlan } from './meeting-plan.ts'
import { planComponent } from './plan-component.ts'

/**
 * Faults of the plans against scheme and roster: ids twice, unknown ids, a group merged into itself. What is merely unwise is
 * `planWarnings`' matter: a plan half prepared is no fault.
 */
export function checkPlans(
  plans: readonly MeetingPlan[],
  scheme: Scheme,
  people: ReadonlyMap<string, Instructor>,
): Fault[] {
  return [
    ...twice(plans, plan => plan.id, ['plans'], 'id'),
    ...plans.flatMap((plan, index) => {
      const component = planComponent(plan, scheme)
      if (component) return checkPlan(plan, component, people, index)
      const place = at('plans', index, 'component')
      return plan.component === undefined
        ? [fault(place, 'needs-component', { count: ballotComponents(scheme).length })]
        : [fault(place, 'unknown-id', { value: plan.component })]
    }),
  ]
}

function checkPlan(
  plan: MeetingPlan,
  component: BallotComponent,
  people: ReadonlyMap<string, Instructor>,
  index: number,
): Fault[] {
  const path = ['plans', index] as const
  const known = new Set<string>(component.groups.map(group => group.id))
  const here = new Set<string>(plan.groups.map(group => group.id))
  const options = new Set<string>(component.scale.kind === 'grades' ? component.scale.options.map(({ id }) => id) : [])
  const unknown = (
    id: string | undefined,
    ids: { readonly has: (id: string) => boolean },
    ...place: (string | number)[]
  ) => (id === undefined || ids.has(id) ? [] : [fault(at(...path, ...place), 'unknown-id', { value: id })])
  return [
    ...twice(plan.groups, group => group.id, [...path, 'groups'], 'id'),
    ...twice(plan.instructors, id => id, [...path, 'instructors']),
    ...plan.groups.flatMap((group, place) => [
      ...unknown(group.id, known, 'groups', place, 'id'),
      ...unknown(group.mergeInto, here, 'groups', place, 'mergeInto'),
      ...(group.mergeInto === group.id ? [fault(at(...path, 'groups', place, 'mergeInto'), 'merge-circle')] : []),
      ...(group.attendance ?? []).flatMap((attendee, person) =>
        unknown(attendee.instructor, people, 'groups', place, 'attendance', person, 'instructor'),
      ),
    ]),
    ...plan.instructors.flatMap((id, place) => unknown(id, people, 'instructors', place)),
    ...(plan.summaries ?? []).flatMap(({ instructor }, place) =>
      unknown(instructor, people, 'summaries', place, 'instructor'),
    ),
    ...Object.keys(plan.limits ?? {}).flatMap(option => unknown(option, options, 'limits', option)),
    ...(plan.incidents ?? []).flatMap(({ group }, place) => unknown(group, here, 'incidents', place, 'group')),
  ]
}

function twice<T>(
  items: readonly T[],
  key: (item: T) => string,
  path: readonly (string | number)[],
  field?: string,
): Fault[] {
  return duplicates(items, key).map(({ index, first }) => {
    const item = items[index]
    return fault(at(...path, index, ...(field === undefined ? [] : [field])), 'duplicate', {
      value: item === undefined ? '' : key(item),
      first: at(...path, first),
    })
  })
}
