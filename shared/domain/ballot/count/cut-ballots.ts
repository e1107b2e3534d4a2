import type { BallotRows } from '#shared/domain/ballot/cast/ballot-rows.ts'
import type { RandomBytes } from '#shared/domain/ballot/random-bytes.ts'
import { type Numbers, shuffler } from '#shared/domain/ballot/shuffle.ts'

/**
 * Cuts whole ballots into single marks: one pile per row (instructor × indicator), each pile shuffled on its own, so
 * that no two marks can be told to be of one hand any more. A whole ballot is a signature: a rare pattern of marks is
 * one, and a peer's ballot names its author. `rowsPerBallot` is the length of every ballot, `largest` the largest mark
 * there can be. The piles lie one after the other, each as long as there are ballots. Source: PROMISES.md "Opening".
 */
export function cutBallots(
  ballots: readonly BallotRows[],
  rowsPerBallot: number,
  largest: number,
  random: RandomBytes,
): Numbers {
  const size = ballots.length
  const piles = narrow(largest, rowsPerBallot * size)
  ballots.forEach((ballot, place) => {
    for (let row = 0, to = place; row < rowsPerBallot; row++, to += size) piles[to] = ballot[row] ?? 0
  })
  const shuffle = shuffler(random)
  for (let start = 0; start < piles.length; start += size) shuffle(piles, start, start + size)
  return piles
}

function narrow(largest: number, length: number): Numbers {
  if (largest < 2 ** 8) return new Uint8Array(length)
  return largest < 2 ** 16 ? new Uint16Array(length) : new Uint32Array(length)
}
