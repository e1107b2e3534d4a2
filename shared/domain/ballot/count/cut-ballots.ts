import type { BallotRows } from '#shared/domain/ballot/cast/ballot-rows.ts'
import type { RandomBytes } from '#shared/domain/ballot/random-bytes.ts'
import { type Numbers, shuffler } from '#shared/domain/ballot/shuffle.ts'

/** A pile of marks, shuffled: those of `piles` from `start` up to but not including `end`, until the next one comes. */
export type TakePile = (row: number, piles: Numbers, start: number, end: number) => void

// So many rows lie side by side in each ballot, and their piles in the processor's nearer memory.
const ROWS_AT_ONCE = 64

/**
 * Cuts whole ballots into single marks: one pile per row (instructor × indicator), each pile shuffled on its own, so
 * that no two marks can be told to be of one hand any more. A whole ballot is a signature: a rare pattern of marks is
 * one, and a peer's ballot names its author. `rowsPerBallot` is the length of every ballot, `largest` the largest mark
 * there can be. `take` gets pile after pile; a few rows' piles are all the memory that is used. Source: PROMISES.md
 * "Opening".
 */
export function cutBallots(
  ballots: readonly BallotRows[],
  rowsPerBallot: number,
  largest: number,
  random: RandomBytes,
  take: TakePile,
): void {
  const size = ballots.length
  const piles = narrow(largest, ROWS_AT_ONCE * size)
  const shuffle = shuffler(random)
  for (let first = 0; first < rowsPerBallot; first += ROWS_AT_ONCE) {
    const rows = Math.min(ROWS_AT_ONCE, rowsPerBallot - first)
    for (let place = 0; place < size; place++) cut(ballots[place], first, rows, piles, place, size)
    for (let row = 0; row < rows; row++) {
      shuffle(piles, row * size, (row + 1) * size)
      take(first + row, piles, row * size, (row + 1) * size)
    }
  }
}

function cut(
  ballot: BallotRows | undefined,
  first: number,
  rows: number,
  piles: Numbers,
  place: number,
  size: number,
): void {
  if (!ballot) return
  for (let row = 0; row < rows; row++) piles[row * size + place] = ballot[first + row] ?? 0
}

function narrow(largest: number, length: number): Numbers {
  if (largest < 2 ** 8) return new Uint8Array(length)
  return largest < 2 ** 16 ? new Uint16Array(length) : new Uint32Array(length)
}
