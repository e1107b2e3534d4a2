import { countOf, EMPTY_ROW } from '#shared/domain/ballot/combine-tallies.ts'
import type { Option, Scheme } from '#shared/domain/scheme/scheme.ts'
import type { BallotScore, GroupScore } from '#shared/domain/score/annual-score.ts'
import { tenthsOfPercent } from '#shared/lib/largest-remainder.ts'
import type { BallotNumbers } from './ballot-numbers.ts'

/** A vote on one person, counted on the first indicator as the headline rates are. */
export type Counts = {
  /** Marks + abstentions + invalid rows: the valid ballots that could mark the person (rule 11). */
  readonly ballots: number
  /** Marks that count towards the score. */
  readonly counted: number
  /** Count and share of each option, in tenths of a percent, null where there is nothing to share; none on a points scale. */
  readonly options: readonly { readonly option: Option; readonly count: number; readonly tenths: number | null }[]
  /** Under the denominator `expected`, all who left no mark. */
  readonly abstain: number
  readonly invalid: number
  /** Whole ballots that are void. */
  readonly void: number
}

export type GroupCounts = Counts & { readonly score: GroupScore }

/** Each group's counts and shares under the scheme's denominator (rule 10, group by group). */
export function groupCounts(
  part: BallotScore,
  numbers: BallotNumbers | undefined,
  instructor: string,
  denominator: Scheme['rateDenominator'],
): GroupCounts[] {
  const ballots = numbers?.(instructor)
  return part.groups.map(score => {
    const row = score.indicators[0]?.row ?? EMPTY_ROW
    const own = ballots?.get(score.group.id) ?? { void: 0, expected: 0 }
    const marks = Object.values(row.marks).reduce((total, count) => total + count, 0)
    const absent = Math.max(0, own.expected - marks - row.invalid - own.void)
    return {
      score,
      ...shares(part, denominator, option => countOf(row.marks, option), {
        ballots: score.ballots,
        counted: score.indicators[0]?.counted ?? 0,
        abstain: denominator === 'expected' ? absent : row.abstain,
        invalid: row.invalid,
        void: own.void,
      }),
    }
  })
}

/** All groups together: the same counts added, and the shares worked out anew from them. */
export function totalCounts(
  part: BallotScore,
  groups: readonly GroupCounts[],
  denominator: Scheme['rateDenominator'],
): Counts {
  const sum = (count: (group: GroupCounts) => number) => groups.reduce((total, group) => total + count(group), 0)
  const marks = (id: string) => sum(group => group.options.find(({ option }) => option.id === id)?.count ?? 0)
  return shares(part, denominator, marks, {
    ballots: sum(group => group.ballots),
    counted: sum(group => group.counted),
    abstain: sum(group => group.abstain),
    invalid: sum(group => group.invalid),
    void: sum(group => group.void),
  })
}

function shares(
  { component: { scale } }: BallotScore,
  denominator: Scheme['rateDenominator'],
  marks: (option: string) => number,
  rest: Omit<Counts, 'options'>,
): Counts {
  if (scale.kind !== 'grades') return { ...rest, options: [] }
  const counts = scale.options.map(option => marks(option.id))
  const others = denominator === 'valid' ? [0, 0] : [rest.abstain, rest.invalid + rest.void]
  const tenths = tenthsOfPercent([...counts, ...others])
  return {
    ...rest,
    options: scale.options.map((option, index) => ({
      option,
      count: counts[index] ?? 0,
      tenths: tenths?.[index] ?? null,
    })),
  }
}
