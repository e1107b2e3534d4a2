import { countOf, type Row } from '#shared/domain/ballot/combine-tallies.ts'
import type { Meeting } from '#shared/domain/ballot/meeting.ts'
import { meetingComponent } from '#shared/domain/ballot/meeting-component.ts'
import type { InstructorKind } from '#shared/domain/roster/instructor.ts'
import type { BallotComponent, Scheme } from '#shared/domain/scheme/scheme.ts'
import { tenthsOfPercent } from '#shared/lib/largest-remainder.ts'
import { type Rational, rational } from '#shared/lib/rational.ts'
import type { BallotScore, Rates } from './annual-score.ts'

/** Ballots of the meetings that appraised one person: what a rate is a share of. */
export type BallotNumbers = {
  /** Void ballots of the groups whose vote stands. */
  readonly voidBallots: number
  readonly expected: number
  readonly expectedPeers: number
}

const NO_BALLOTS: BallotNumbers = { voidBallots: 0, expected: 0, expectedPeers: 0 }

/**
 * For each person, the numbers of the component's meetings that appraised them. Ours: a meeting appraised a person if it
 * has a row of theirs, or has no rows at all (every ballot void, or too few to be counted); a voided group's ballots and
 * expected numbers do not count, as its vote is held again.
 */
export function ballotNumbers(
  meetings: readonly Meeting[],
  scheme: Scheme,
  component: BallotComponent,
): (instructor: string) => BallotNumbers {
  const peers = new Set<string>(component.groups.filter(group => group.peers).map(group => group.id))
  const own = meetings
    .filter(meeting => meetingComponent(meeting, scheme)?.id === component.id)
    .map(meeting => {
      const standing = meeting.groups.filter(group => group.voided === undefined)
      const expected = (groups: typeof standing) => groups.reduce((total, group) => total + group.expected, 0)
      return {
        appraised: new Set<string>(meeting.tallies.map(tally => tally.instructor)),
        voidBallots: standing.reduce((total, group) => total + group.void, 0),
        expected: expected(standing),
        expectedPeers: expected(standing.filter(group => peers.has(group.id))),
      }
    })
  return instructor =>
    own
      .filter(({ appraised }) => appraised.size === 0 || appraised.has(instructor))
      .reduce(
        (total, meeting) => ({
          voidBallots: total.voidBallots + meeting.voidBallots,
          expected: total.expected + meeting.expected,
          expectedPeers: total.expectedPeers + meeting.expectedPeers,
        }),
        NO_BALLOTS,
      )
}

/**
 * The shares of the first indicator's marks over all groups and meetings, in tenths of a percent that total 1000; `null`
 * on a points scale and where there is nothing to share. Source: SCORING.md rule 10. Ours: where more voted than were
 * expected, `expected` shares the votes (nobody abstained) rather than a negative number.
 */
export function ratesOf(
  score: BallotScore,
  numbers: BallotNumbers,
  denominator: Scheme['rateDenominator'],
  kind: InstructorKind,
): Rates | null {
  const { scale } = score.component
  if (scale.kind !== 'grades') return null
  const rows = firstRows(score)
  const options = scale.options.map(option => ({ id: option.id, label: option.label, count: marksOf(rows, option.id) }))
  const marks = options.reduce((total, option) => total + option.count, 0)
  const invalid = rows.reduce((total, row) => total + row.invalid, 0)
  const voided = invalid + numbers.voidBallots
  const abstained = rows.reduce((total, row) => total + row.abstain, 0)
  const ownSeat = kind === 'full-time' && numbers.expectedPeers > 0 ? 1 : 0
  const rest = {
    returned: { abstain: abstained, void: voided },
    expected: { abstain: Math.max(0, numbers.expected - ownSeat - marks - voided), void: voided },
    valid: { abstain: 0, void: 0 },
  }[denominator]
  const categories = [
    ...options,
    { id: 'abstain', label: '弃权', count: rest.abstain },
    { id: 'void', label: '无效', count: rest.void },
  ]
  const tenths = tenthsOfPercent(categories.map(category => category.count))
  if (!tenths) return null
  return {
    denominator: marks + rest.abstain + rest.void,
    categories: categories.map((category, index) => ({ ...category, tenths: tenths[index] ?? 0 })),
  }
}

/**
 * The first option's share of the first indicator's marks that have points, exact, 0 to 1; `null` without such marks.
 * Source: SCORING.md rule 8, `excellentRate`. Ours: the first option that has points.
 */
export function excellentRate(score: BallotScore): Rational | null {
  const { scale } = score.component
  if (scale.kind !== 'grades') return null
  const rows = firstRows(score)
  const [first, ...others] = scale.options.filter(option => option.points !== undefined)
  if (!first) return null
  const excellent = marksOf(rows, first.id)
  const marks = others.reduce((total, option) => total + marksOf(rows, option.id), excellent)
  return marks === 0 ? null : rational(excellent).div(marks)
}

function firstRows(score: BallotScore): readonly Row[] {
  return score.groups.flatMap(group => group.indicators.slice(0, 1).map(indicator => indicator.row))
}

function marksOf(rows: readonly Row[], option: string): number {
  return rows.reduce((total, row) => total + countOf(row.marks, option), 0)
}
