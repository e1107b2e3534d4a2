import { type BallotComponent, ballotComponents, type Scheme } from '#shared/domain/scheme/scheme.ts'
import type { Meeting } from './meeting.ts'

/** The ballot component a meeting voted on: the one it names, or the scheme's only one. */
export function meetingComponent(meeting: Meeting, scheme: Scheme): BallotComponent | undefined {
  const components = ballotComponents(scheme)
  if (meeting.component !== undefined) return components.find(component => component.id === meeting.component)
  return components.length === 1 ? components[0] : undefined
}
