import type { Meeting, Tally } from '#shared/domain/ballot/meeting.ts'
import { pilesOf } from '#shared/domain/ballot/pile.ts'
import type { BallotComponent } from '#shared/domain/scheme/scheme.ts'
import { ballotsIn } from './count-cells.ts'

/**
 * The meeting's rows that still stand after its groups' figures changed, and those that do not (another number of valid
 * ballots, a group merged, voided or grown too small): they must be keyed again.
 */
export function splitTallies(
  meeting: Meeting,
  component: BallotComponent,
  minGroupBallots: number,
): { readonly standing: readonly Tally[]; readonly fallen: readonly Tally[] } {
  const piles = new Map(pilesOf(meeting, component).map(pile => [String(pile.group.id), pile]))
  const stands = (tally: Tally) => {
    const pile = piles.get(tally.group)
    return (
      pile !== undefined &&
      pile.counted >= minGroupBallots &&
      pile.valid === ballotsIn(tally) &&
      (tally.self === 0 || pile.peers)
    )
  }
  return {
    standing: meeting.tallies.filter(stands),
    fallen: meeting.tallies.filter(tally => !stands(tally)),
  }
}
