import { type BallotComponent, ballotComponents, type Scheme } from '#shared/domain/scheme/scheme.ts'
import type { MeetingPlan } from './meeting-plan.ts'

/** The ballot component a plan prepares: the one it names, or the scheme's only one; undefined where neither is there. */
export function planComponent(plan: Pick<MeetingPlan, 'component'>, scheme: Scheme): BallotComponent | undefined {
  const components = ballotComponents(scheme)
  if (plan.component !== undefined) return components.find(component => component.id === plan.component)
  return components.length === 1 ? components[0] : undefined
}
