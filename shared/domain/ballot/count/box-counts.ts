/**
 * What comes out of a box (`box open --json`): participation by group and counts by instructor × group × indicator,
 * nothing smaller. Shape: DESIGN.md; `tallies` as in the evaluation file (SCORING.md).
 */
export type BoxCounts = {
  readonly groups: readonly CountedGroup[]
  readonly tallies: readonly BoxTally[]
}

export type CountedGroup = {
  readonly id: string
  /** 印制: the slips made for the group. */
  readonly printed: number
  /** 收回 */
  readonly returned: number
  /** 无效(整票) */
  readonly void: number
  /** The group this one's ballots were counted into, being too few to stand alone. */
  readonly mergedInto?: string
}

export type BoxTally = {
  readonly instructor: string
  readonly group: string
  readonly indicator: string
  /** Every option of a grades scale, also at 0; on a points scale only the points given. */
  readonly marks: Readonly<Record<string, number>>
  readonly abstain: number
  readonly invalid: number
  readonly self: number
}
