import { afterAll } from 'vitest'
import type { BoxCounts } from '#shared/domain/ballot/count/box-counts.ts'
import { record } from '#tests/prove/record.ts'

/** What one interrupted run came to, by what voters were told and what is in the urn or the count afterwards. */
export type RunResult = {
  /** Ballots of which somebody was told that they are recorded. */
  readonly acknowledged: number
  /** Ballots that are there afterwards. */
  readonly counted: number
  /** Acknowledged and not there. */
  readonly lost: number
  /** There more than once. */
  readonly doubled: number
}

/** Adds up the runs of a test file for `npm run prove`. Call it once, at the top of the file. */
export function runCounter(rig: string): (result: RunResult) => void {
  const sum = { interrupted: 0, acknowledged: 0, counted: 0, lost: 0, doubled: 0 }
  afterAll(() => record(`crash: ${rig}`, sum))
  return ({ acknowledged, counted, lost, doubled }) => {
    sum.interrupted++
    sum.acknowledged += acknowledged
    sum.counted += counted
    sum.lost += lost
    sum.doubled += doubled
  }
}

/** Compares what was acknowledged with what is there: ballots by a text of their own, `there` with repetitions. */
export function runResult(acknowledged: Iterable<string>, there: readonly string[]): RunResult {
  const told = new Set(acknowledged)
  const distinct = new Set(there)
  return {
    acknowledged: told.size,
    counted: distinct.size,
    lost: [...told].filter(ballot => !distinct.has(ballot)).length,
    doubled: there.length - distinct.size,
  }
}

/**
 * The same from a count of ballots by `plantBox`, of which the n-th marks the n-th instructor 优秀 and nobody else.
 * `acknowledged` tells for each whether its voter was told; no count at all has lost them all.
 */
export function tallyResult(counts: string, acknowledged: readonly boolean[]): RunResult {
  const tallies: BoxCounts['tallies'] = counts === '' ? [] : JSON.parse(counts).tallies
  const there = acknowledged.flatMap((_, index) =>
    Array<string>(tallies[index]?.marks['excellent'] ?? 0).fill(`${index}`),
  )
  return runResult(
    acknowledged.flatMap((told, index) => (told ? [`${index}`] : [])),
    there,
  )
}
