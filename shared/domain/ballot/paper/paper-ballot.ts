import type { Ballot } from '#shared/domain/ballot/cast/ballot.ts'
import { type BallotFault, ballotFault } from '#shared/domain/ballot/cast/ballot-fault.ts'
import { type BallotRows, emptyRows } from '#shared/domain/ballot/cast/ballot-rows.ts'
import { invalidValue, selfValue, valueOfMark } from '#shared/domain/ballot/cast/scale-values.ts'
import type { PublicMeeting } from '#shared/domain/ballot/set-up/public-meeting.ts'
import { failure, type Result, success } from '#shared/lib/result.ts'

/**
 * A paper ballot as it was read: as a phone's, and `invalid` rows (two ticks) by instructor, and `void` where the whole is
 * (unreadable, marked, foreign). Source: FORMS.md "Ballots on paper".
 */
export type PaperBallot = Ballot & {
  readonly invalid?: Readonly<Record<string, readonly string[]>> | undefined
  readonly void?: boolean | undefined
}

/** A paper ballot as rows; `rows` null: void as a whole. */
export type PaperRows = { readonly rows: BallotRows | null; readonly self: number | null }

/**
 * A keyed ballot as rows, or everything that cannot be on a ballot of this meeting. The rules of the whole ballot are not
 * asked here: a paper ballot that breaks them lies in the pile and is void at the opening.
 */
export function rowsOfPaper(ballot: PaperBallot, meeting: PublicMeeting): Result<PaperRows, readonly BallotFault[]> {
  if (ballot.void) return success({ rows: null, self: null })
  const { scale, instructors, indicators } = meeting
  const rows = emptyRows(meeting)
  const faults: BallotFault[] = []
  const put = (instructor: string, indicator: string, value: number | 'unknown-option' | 'off-scale', mark: string) => {
    const person = instructors.findIndex(({ id }) => id === instructor)
    const column = indicators.findIndex(({ id }) => id === indicator)
    const path = `marks.${instructor}.${indicator}`
    if (person < 0) faults.push(ballotFault('unknown-instructor', path, { value: instructor }))
    else if (column < 0) faults.push(ballotFault('unknown-indicator', path, { value: indicator }))
    else if (typeof value === 'string') faults.push(ballotFault(value, path, { value: mark }))
    else rows[person * indicators.length + column] = value
  }
  for (const [instructor, marks] of Object.entries(ballot.marks))
    for (const [indicator, mark] of Object.entries(marks)) put(instructor, indicator, valueOfMark(scale, mark), mark)
  for (const [instructor, list] of Object.entries(ballot.invalid ?? {}))
    for (const indicator of list) put(instructor, indicator, invalidValue(scale), '')
  const author = ballot.self === undefined ? null : instructors.findIndex(({ id }) => id === ballot.self)
  if (author === -1) faults.push(ballotFault('self-unknown', 'self', { value: ballot.self ?? '' }))
  else if (author !== null) {
    const own = author * indicators.length
    if (rows.subarray(own, own + indicators.length).some(value => value !== 0))
      faults.push(ballotFault('self-marked', `marks.${ballot.self}`))
    rows.fill(selfValue(scale), own, own + indicators.length)
  }
  return faults.length > 0 ? failure(faults) : success({ rows, self: author })
}
