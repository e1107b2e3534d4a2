import { rowCount } from '#shared/domain/ballot/cast/ballot-rows.ts'
import { invalidValue } from '#shared/domain/ballot/cast/scale-values.ts'
import type { RandomBytes } from '#shared/domain/ballot/random-bytes.ts'
import type { MeetingSetUp } from '#shared/domain/ballot/set-up/meeting-set-up.ts'
import { type PublicMeeting, publicMeeting } from '#shared/domain/ballot/set-up/public-meeting.ts'
import { type Ballots, joinPiles } from './ballot-pile.ts'
import type { BoxCounts, BoxTally } from './box-counts.ts'
import { pileCounter } from './count-pile.ts'
import { cutBallots } from './cut-ballots.ts'
import { mergeGroups } from './merge-groups.ts'

/** One group's opened ballots: how many slots were filled, and those ballots that are valid as a whole. */
export type OpenedGroup = { readonly id: string; readonly returned: number; readonly valid: Ballots }

/**
 * Counts opened ballots: small groups merged (`mergeGroups`), every pile of ballots cut and shuffled, every pile of
 * marks counted. What is not valid is void. Where all ballots together are too few there are no tallies, and no group
 * is merged. Always defined: no ballots at all give counts without tallies. Source: SCORING.md, PROMISES.md "Opening".
 */
export function countBallots(setUp: MeetingSetUp, opened: readonly OpenedGroup[], random: RandomBytes): BoxCounts {
  const meeting = publicMeeting(setUp)
  const merged = mergeGroups(
    setUp,
    opened.map(group => ({ id: group.id, valid: group.valid.length })),
  )
  const groups = setUp.groups.map(({ id, slips }) => {
    const group = opened.find(candidate => candidate.id === id)
    const returned = group?.returned ?? 0
    const target = merged?.get(id)
    const counts = { id, printed: slips, returned, void: returned - (group?.valid.length ?? 0) }
    return target === undefined ? counts : { ...counts, mergedInto: target }
  })
  if (!merged) return { groups, tallies: [] }
  const tallies = setUp.groups
    .filter(group => !merged.has(group.id))
    .flatMap(group => {
      const piles = opened.filter(({ id }) => finalGroup(id, merged) === group.id).map(({ valid }) => valid)
      const ballots = joinPiles(piles)
      return tallyPile(group.id, ballots, meeting, random)
    })
  return { groups, tallies }
}

function finalGroup(id: string, merged: ReadonlyMap<string, string>): string {
  let group = id
  for (let next = merged.get(group); next !== undefined; next = merged.get(group)) group = next
  return group
}

function tallyPile(group: string, ballots: Ballots, meeting: PublicMeeting, random: RandomBytes): BoxTally[] {
  const count = pileCounter(group, meeting)
  const tallies: BoxTally[] = []
  cutBallots(ballots, rowCount(meeting), invalidValue(meeting.scale), random, (row, piles, start, end) => {
    tallies.push(count(row, piles, start, end))
  })
  return tallies
}
