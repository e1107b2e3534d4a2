import type { RandomBytes } from '#shared/domain/ballot/random-bytes.ts'
import { shuffler } from '#shared/domain/ballot/shuffle.ts'
import { type Numbers, numbersUpTo } from '#shared/lib/numbers.ts'
import { type Ballots, STRIP } from './ballot-pile.ts'

/** A pile of marks, shuffled: those of `piles` from `start` up to but not including `end`, until the next one comes. */
export type TakePile = (row: number, piles: Numbers, start: number, end: number) => void

/**
 * Cuts whole ballots into single marks: one pile per row (instructor × indicator), each pile shuffled on its own, so
 * that no two marks can be told to be of one hand any more. A whole ballot is a signature: a rare pattern of marks is
 * one, and a peer's ballot names its author. `rowsPerBallot` is the length of every ballot, `largest` the largest mark
 * there can be. `take` gets pile after pile; a few rows' piles are all the memory that is used. Source: PROMISES.md
 * "Opening".
 */
export function cutBallots(
  ballots: Ballots,
  rowsPerBallot: number,
  largest: number,
  random: RandomBytes,
  take: TakePile,
): void {
  const apart = ballots.length
  const numbers = numbersUpTo(largest, Math.min(STRIP, rowsPerBallot) * apart)
  const insert = shuffler(random)
  for (let first = 0; first < rowsPerBallot; first += STRIP) {
    let length = 0
    // Each mark goes to its place in its pile as it is cut off: no pile is ever in the order of the ballots.
    for (const run of ballots.runs(first / STRIP)) {
      insert({ numbers, apart, length }, run.numbers, run.start, run.width, run.ballots)
      length += run.ballots
    }
    const rows = Math.min(STRIP, rowsPerBallot - first)
    for (let row = 0; row < rows; row++) take(first + row, numbers, row * apart, (row + 1) * apart)
  }
}
