import type { BallotRows } from '#shared/domain/ballot/cast/ballot-rows.ts'
import type { RandomBytes } from '#shared/domain/ballot/random-bytes.ts'
import { shuffler } from '#shared/domain/ballot/shuffle.ts'

/**
 * Cuts whole ballots into single marks: one pile per row (instructor × indicator), each pile shuffled on its own, so
 * that no two marks can be told to be of one hand any more. A whole ballot is a signature: a rare pattern of marks is
 * one, and a peer's ballot names its author. `rowsPerBallot` is the length of every ballot. Source: PROMISES.md "Opening".
 */
export function cutBallots(
  ballots: readonly BallotRows[],
  rowsPerBallot: number,
  random: RandomBytes,
): readonly Uint32Array[] {
  const piles = Array.from({ length: rowsPerBallot }, (_, row) => {
    const pile = new Uint32Array(ballots.length)
    for (let place = 0; place < pile.length; place++) pile[place] = ballots[place]?.[row] ?? 0
    return pile
  })
  const shuffle = shuffler(random)
  for (const pile of piles) shuffle(pile)
  return piles
}
