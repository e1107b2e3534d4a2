import { failure, type Result, success } from '#shared/lib/result.ts'
import type { MeetingSetUp } from './meeting-set-up.ts'

/**
 * One meeting out of the set-ups of its halls' boxes: what is voted on is the same in all, slips and paper are added up.
 * Fails with the place in the list of the first that is of another meeting, or votes on something else. Source: ours.
 */
export function joinHalls([first, ...others]: readonly [MeetingSetUp, ...MeetingSetUp[]]): Result<
  MeetingSetUp,
  number
> {
  const wanted = votedOn(first)
  const other = others.findIndex(setUp => votedOn(setUp) !== wanted)
  if (other >= 0) return failure(other + 1)
  const halls = [first, ...others]
  const total = (index: number, kind: 'slips' | 'paper') =>
    halls.reduce((sum, { groups }) => sum + (groups[index]?.[kind] ?? 0), 0)
  const groups = first.groups.map((group, index) => ({
    ...group,
    slips: total(index, 'slips'),
    paper: total(index, 'paper'),
  }))
  return success(others.length === 0 ? first : { ...first, groups })
}

/** Everything of a set-up but its numbers of slips and paper ballots. */
function votedOn({ groups, ...setUp }: MeetingSetUp): string {
  return JSON.stringify([setUp, groups.map(({ slips: _, paper: __, ...group }) => group)])
}
