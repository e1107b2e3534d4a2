import type { RandomBytes } from '#shared/domain/ballot/random-bytes.ts'
import { shuffler } from '#shared/domain/ballot/shuffle.ts'
import { type Numbers, numbersUpTo } from '#shared/lib/numbers.ts'
import type { Ballots } from './ballot-pile.ts'

/** A pile of marks, shuffled: those of `piles` from `start` up to but not including `end`, until the next one comes. */
export type TakePile = (row: number, piles: Numbers, start: number, end: number) => void

// So many rows lie side by side in each ballot, and their piles in the processor's nearer memory.
const ROWS_AT_ONCE = 32

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
  const numbers = numbersUpTo(largest, Math.min(ROWS_AT_ONCE, rowsPerBallot) * apart)
  const insert = shuffler(random)
  for (let first = 0; first < rowsPerBallot; first += ROWS_AT_ONCE) {
    const rows = Math.min(ROWS_AT_ONCE, rowsPerBallot - first)
    // Each mark goes to its place in its pile as it is cut off: no pile is ever in the order of the ballots.
    for (let length = 0; length < apart; length++) {
      const ballot = ballots.at(length)
      if (ballot) insert({ numbers, apart, length }, ballot, first, rows)
    }
    for (let row = 0; row < rows; row++) take(first + row, numbers, row * apart, (row + 1) * apart)
  }
}
