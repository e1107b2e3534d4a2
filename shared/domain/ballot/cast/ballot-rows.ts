import type { PublicGroup, PublicMeeting } from '#shared/domain/ballot/set-up/public-meeting.ts'
import { type Numbers, numbersUpTo } from '#shared/lib/numbers.ts'
import { failure, type Result, success } from '#shared/lib/result.ts'
import type { Ballot } from './ballot.ts'
import { type BallotFault, ballotFault } from './ballot-fault.ts'
import { checkRows } from './check-rows.ts'
import { invalidValue, selfValue, valueOfMark } from './scale-values.ts'

/** A whole ballot as one number per row, instructor by instructor, within each by indicator (`scale-values.ts`). */
export type BallotRows = Numbers

/** How many rows a ballot of the meeting has. */
export function rowCount(meeting: PublicMeeting): number {
  return meeting.instructors.length * meeting.indicators.length
}

/** A ballot of the meeting on which nobody is marked: all rows abstentions. */
export function emptyRows(meeting: PublicMeeting): BallotRows {
  return numbersUpTo(invalidValue(meeting.scale), rowCount(meeting))
}

/**
 * A filled-in ballot as rows, checked as a whole for a voter of `group`: or everything that is wrong with it. The phone
 * page and `box cast` refuse what this refuses; the opening applies the same rules once more (`checkRows`).
 */
export function rowsOfBallot(
  ballot: Ballot,
  meeting: PublicMeeting,
  group: PublicGroup,
): Result<BallotRows, readonly BallotFault[]> {
  const rows = emptyRows(meeting)
  const people = new Map(meeting.instructors.map((instructor, index) => [instructor.id, index]))
  const indicators = new Map(meeting.indicators.map((indicator, index) => [indicator.id, index]))
  const faults: BallotFault[] = []
  for (const [id, marks] of Object.entries(ballot.marks)) {
    const person = people.get(id)
    if (person === undefined) {
      faults.push(ballotFault('unknown-instructor', `marks.${id}`, { value: id }))
      continue
    }
    for (const [indicatorId, mark] of Object.entries(marks)) {
      const path = `marks.${id}.${indicatorId}`
      const indicator = indicators.get(indicatorId)
      const value = valueOfMark(meeting.scale, mark)
      if (indicator === undefined) faults.push(ballotFault('unknown-indicator', path, { value: indicatorId }))
      else if (typeof value === 'string') faults.push(ballotFault(value, path, { value: mark }))
      else rows[person * meeting.indicators.length + indicator] = value
    }
  }
  faults.push(...markSelf(ballot, rows, meeting))
  if (faults.length > 0) return failure(faults)
  const broken = checkRows(rows, meeting, group)
  return broken ? failure([broken]) : success(rows)
}

function markSelf({ marks, self }: Ballot, rows: BallotRows, meeting: PublicMeeting): BallotFault[] {
  if (self === undefined) return []
  const person = meeting.instructors.findIndex(instructor => instructor.id === self)
  if (person < 0) return [ballotFault('self-unknown', 'self', { value: self })]
  if (Object.keys(marks[self] ?? {}).length > 0) return [ballotFault('self-marked', `marks.${self}`)]
  const first = person * meeting.indicators.length
  rows.fill(selfValue(meeting.scale), first, first + meeting.indicators.length)
  return []
}
