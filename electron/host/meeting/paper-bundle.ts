import type { CallOutput } from '#shared/contract/contract.ts'
import type { PaperDifference, PaperReading } from '#shared/contract/paper.ts'
import { ballotFaultWords } from '#shared/domain/ballot/cast/ballot-fault.ts'
import type { BallotRows } from '#shared/domain/ballot/cast/ballot-rows.ts'
import { checkRows } from '#shared/domain/ballot/cast/check-rows.ts'
import { ABSTAIN, markOfValue, scaleSize, selfValue } from '#shared/domain/ballot/cast/scale-values.ts'
import { type Choice, compareEntries, settleEntries } from '#shared/domain/ballot/paper/compare-entries.ts'
import type { PaperRows } from '#shared/domain/ballot/paper/paper-ballot.ts'
import type { PublicGroup, PublicMeeting } from '#shared/domain/ballot/set-up/public-meeting.ts'
import type { Result } from '#shared/lib/result.ts'
import type { Refusal } from './refusals.ts'

export type Entry = { readonly by: string; readonly ballots: readonly PaperRows[] }

/** A bundle being keyed: in memory alone. When it is recorded its marks are forgotten. */
export type Bundle = {
  readonly group: PublicGroup
  readonly size: number
  entries: readonly Entry[]
  /** By the differences' order over the whole bundle. */
  choices: (Choice | null)[]
  /** Its way into the urn; null while it may still be keyed. */
  committing: Promise<Result<null, Refusal>> | null
}

/** How a bundle stands: the differences of its two entries, and the ballots that will be void. */
export function comparedBundle(bundle: Bundle, meeting: PublicMeeting): CallOutput<'paper.enter'> {
  const [first, second] = bundle.entries
  const latest = bundle.entries.at(-1)?.ballots ?? []
  const settled = settledBundle(bundle, meeting)
  return {
    differences: first && second ? differencesOf(bundle, first, second, meeting) : null,
    void: (settled ?? latest.map(({ rows }) => rows)).flatMap((rows, ballot) => {
      const fault = rows && checkRows(rows, meeting, bundle.group)
      return fault ? [{ ballot, words: ballotFaultWords(fault) }] : []
    }),
  }
}

/** The ballots that both entries and the choices give, null for a void one; null while something is open. */
export function settledBundle(bundle: Bundle, meeting: PublicMeeting): (BallotRows | null)[] | null {
  const [first, second] = bundle.entries
  if (!first || !second) return null
  const perPerson = meeting.indicators.length
  const ballots: (BallotRows | null)[] = []
  let place = 0
  for (const [index, one] of first.ballots.entries()) {
    const other = second.ballots[index]
    if (!other) return null
    const count = compareEntries(one, other, perPerson).length
    const settled = settleEntries(one, other, perPerson, bundle.choices.slice(place, place + count))
    if (!settled) return null
    ballots.push(settled.rows)
    place += count
  }
  return ballots
}

function differencesOf(bundle: Bundle, first: Entry, second: Entry, meeting: PublicMeeting): PaperDifference[] {
  const { instructors, indicators } = meeting
  const person = (index: number | null) => (index === null ? null : (instructors[index]?.id ?? null))
  const found = first.ballots.flatMap((one, ballot) => {
    const other = second.ballots[ballot]
    return other ? compareEntries(one, other, indicators.length).map(difference => ({ ballot, difference })) : []
  })
  return found.map(({ ballot, difference }, index): PaperDifference => {
    const choice = bundle.choices[index] ?? null
    if (difference.of === 'void') return { ...difference, ballot, choice }
    if (difference.of === 'self')
      return { of: 'self', ballot, first: person(difference.first), second: person(difference.second), choice }
    return {
      of: 'row',
      ballot,
      instructor: person(Math.floor(difference.row / indicators.length)) ?? '',
      indicator: indicators[difference.row % indicators.length]?.id ?? '',
      first: readingOf(difference.first, meeting),
      second: readingOf(difference.second, meeting),
      choice,
    }
  })
}

function readingOf(value: number, { scale }: PublicMeeting): PaperReading {
  if (value === ABSTAIN) return { as: 'blank' }
  if (value <= scaleSize(scale)) return { as: 'mark', mark: markOfValue(scale, value) }
  return { as: value === selfValue(scale) ? 'self' : 'invalid' }
}
