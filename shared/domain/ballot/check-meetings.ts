import type { Instructor } from '#shared/domain/roster/instructor.ts'
import { type BallotComponent, ballotComponents, type Scheme } from '#shared/domain/scheme/scheme.ts'
import { at, duplicates, type Fault, fault } from '#shared/lib/fault.ts'
import type { Meeting, Tally } from './meeting.ts'
import { meetingComponent } from './meeting-component.ts'
import { mergeTarget, type Pile, pilesOf } from './pile.ts'
import { checkPointsMarks } from './points-marks.ts'

/**
 * Faults of the meetings against scheme and roster: unknown ids, a group or row twice, numbers of ballots that cannot be,
 * rows that do not reconcile, counts of a group too small to be published.
 * Source: SCORING.md "Refused", FORMS.md 清点. Ours: a voided group (收回多于发出) may also hold more ballots than
 * people attended; that is why it is void.
 */
export function checkMeetings(
  meetings: readonly Meeting[],
  scheme: Scheme,
  people: ReadonlyMap<string, Instructor>,
): Fault[] {
  const faults: Fault[] = duplicates(meetings, meeting => meeting.id).map(({ index, first }) =>
    fault(at('meetings', index, 'id'), 'duplicate', {
      value: meetings[index]?.id ?? '',
      first: at('meetings', first),
    }),
  )
  meetings.forEach((meeting, index) => {
    const component = meetingComponent(meeting, scheme)
    if (component) {
      faults.push(
        ...checkGroups(meeting, component, index),
        ...checkTallies(meeting, component, scheme.minGroupBallots, people, index),
      )
    } else if (meeting.component !== undefined) {
      faults.push(fault(at('meetings', index, 'component'), 'unknown-id', { value: meeting.component }))
    } else {
      faults.push(
        fault(at('meetings', index, 'component'), 'needs-component', { count: ballotComponents(scheme).length }),
      )
    }
  })
  return faults
}

function checkGroups(meeting: Meeting, component: BallotComponent, meetingIndex: number): Fault[] {
  const known = new Set<string>(component.groups.map(group => group.id))
  const groups = new Map(meeting.groups.map(group => [String(group.id), group]))
  const path = ['meetings', meetingIndex, 'groups'] as const
  const faults: Fault[] = duplicates(meeting.groups, group => group.id).map(({ index, first }) =>
    fault(at(...path, index, 'id'), 'duplicate', {
      value: meeting.groups[index]?.id ?? '',
      first: at(...path, first),
    }),
  )
  meeting.groups.forEach((group, index) => {
    const place = (field: string) => at(...path, index, field)
    const { attended, printed, issued, returned, mergedInto, voided } = group
    if (!known.has(group.id)) faults.push(fault(place('id'), 'unknown-id', { value: group.id }))
    if (group.void > returned) faults.push(fault(place('void'), 'void-over-returned', { value: group.void, returned }))
    if (returned > issued && voided === undefined)
      faults.push(fault(place('returned'), 'returned-over-issued', { value: returned, issued }))
    if (returned > attended && voided === undefined)
      faults.push(fault(place('returned'), 'returned-over-attended', { value: returned, attended }))
    if (issued > printed) faults.push(fault(place('issued'), 'issued-over-printed', { value: issued, printed }))
    if (mergedInto !== undefined) {
      const target = mergeTarget(groups, group)
      if (!groups.has(mergedInto)) faults.push(fault(place('mergedInto'), 'unknown-id', { value: mergedInto }))
      else if (target === null) faults.push(fault(place('mergedInto'), 'merge-circle', { value: mergedInto }))
      else if (target.voided !== undefined)
        faults.push(fault(place('mergedInto'), 'merge-into-voided', { value: target.id }))
    }
  })
  return faults
}

function checkTallies(
  meeting: Meeting,
  component: BallotComponent,
  minGroupBallots: number,
  people: ReadonlyMap<string, Instructor>,
  meetingIndex: number,
): Fault[] {
  const path = ['meetings', meetingIndex, 'tallies'] as const
  const groups = new Map(meeting.groups.map(group => [String(group.id), group]))
  const indicators = new Set<string>(component.indicators.map(indicator => indicator.id))
  const piles = new Map(pilesOf(meeting, component).map(pile => [String(pile.group.id), pile]))
  const faults: Fault[] = duplicates(meeting.tallies, ({ instructor, group, indicator }) =>
    JSON.stringify([instructor, group, indicator]),
  ).map(({ index, first }) =>
    fault(at(...path, index), 'duplicate', { value: rowName(meeting.tallies[index]), first: at(...path, first) }),
  )
  meeting.tallies.forEach((tally, index) => {
    const place = (field: string) => at(...path, index, field)
    const group = groups.get(tally.group)
    const pile = piles.get(tally.group)
    if (!people.has(tally.instructor))
      faults.push(fault(place('instructor'), 'unknown-id', { value: tally.instructor }))
    if (!indicators.has(tally.indicator))
      faults.push(fault(place('indicator'), 'unknown-id', { value: tally.indicator }))
    faults.push(...checkMarks(tally, component, place('marks')))
    if (!group) faults.push(fault(place('group'), 'unknown-id', { value: tally.group }))
    else if (group.voided !== undefined)
      faults.push(fault(place('group'), 'tally-of-voided-group', { value: tally.group }))
    else if (!pile)
      faults.push(
        fault(place('group'), 'tally-of-merged-group', { value: tally.group, target: group.mergedInto ?? '' }),
      )
    else faults.push(...checkRow(tally, pile, minGroupBallots, at(...path, index)))
  })
  return faults
}

function checkMarks(tally: Tally, component: BallotComponent, path: string): Fault[] {
  const { scale } = component
  if (scale.kind === 'points') return checkPointsMarks(tally.marks, scale, path)
  const options = new Set<string>(scale.options.map(option => option.id))
  return Object.keys(tally.marks)
    .filter(key => !options.has(key))
    .map(key => fault(`${path}.${key}`, 'unknown-id', { value: key }))
}

function checkRow(tally: Tally, pile: Pile, minGroupBallots: number, path: string): Fault[] {
  const marks = Object.values(tally.marks).reduce((total, count) => total + count, 0)
  const rows = marks + tally.abstain + tally.invalid + tally.self
  const faults: Fault[] = []
  if (pile.counted < minGroupBallots)
    faults.push(
      fault(path, 'tally-of-small-group', { group: tally.group, ballots: pile.counted, minimum: minGroupBallots }),
    )
  if (rows !== pile.valid)
    faults.push(
      fault(path, 'does-not-reconcile', {
        marks,
        abstain: tally.abstain,
        invalid: tally.invalid,
        self: tally.self,
        total: rows,
        valid: pile.valid,
      }),
    )
  if (tally.self > 0 && !pile.peers)
    faults.push(fault(`${path}.self`, 'self-without-peers', { group: tally.group, value: tally.self }))
  return faults
}

function rowName(tally: Tally | undefined): string {
  return tally ? `${tally.instructor} · ${tally.group} · ${tally.indicator}` : ''
}
