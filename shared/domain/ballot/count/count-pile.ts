import { ABSTAIN, invalidValue, markOfValue, scaleSize, selfValue } from '#shared/domain/ballot/cast/scale-values.ts'
import type { PublicMeeting } from '#shared/domain/ballot/set-up/public-meeting.ts'
import type { Numbers } from '#shared/lib/numbers.ts'
import type { BoxTally } from './box-counts.ts'

/** Counts one row's pile: the marks of `piles` from `start` up to but not including `end`. */
export type CountPile = (row: number, piles: Numbers, start: number, end: number) => BoxTally

/**
 * Counts a group's piles of marks, one per row (instructor × indicator, in the order of `BallotRows`). A mark is a value of the
 * scale (`scale-values.ts`); of grades each stands in the tally, of points only those that were given.
 */
export function pileCounter(group: string, { scale, instructors, indicators }: PublicMeeting): CountPile {
  const size = scaleSize(scale)
  const self = selfValue(scale)
  const invalid = invalidValue(scale)
  // One list of names for all rows: on a points scale each is worked out exactly, and only where it was given.
  const keys: string[] = []
  const keyOf = (value: number): string => {
    keys[value] ??= markOfValue(scale, value)
    return keys[value]
  }
  const given = scale.kind === 'grades' ? 0 : 1
  const none: Record<string, number> = {}
  if (scale.kind === 'grades') for (let value = 1; value <= size; value++) none[keyOf(value)] = 0
  const counts = new Uint32Array(invalid + 1)
  return (row, piles, start, end) => {
    countMarks(piles, start, end, counts)
    // Set one by one (an id cannot be `__proto__`): building pairs first took longer than counting.
    const marks: Record<string, number> = { ...none }
    for (let value = 1; value <= size; value++) {
      const count = counts[value] ?? 0
      if (count >= given) marks[keyOf(value)] = count
    }
    return {
      instructor: instructors[Math.floor(row / indicators.length)]?.id ?? '',
      group,
      indicator: indicators[row % indicators.length]?.id ?? '',
      marks,
      abstain: counts[ABSTAIN] ?? 0,
      invalid: counts[invalid] ?? 0,
      self: counts[self] ?? 0,
    }
  }
}

function countMarks(piles: Numbers, start: number, end: number, counts: Uint32Array): void {
  for (let value = 0; value < counts.length; value++) counts[value] = 0
  for (let place = start; place < end; place++) {
    const value = piles[place] ?? 0
    counts[value] = (counts[value] ?? 0) + 1
  }
}
