import { meetingComponent } from '#shared/domain/ballot/meeting-component.ts'
import { pilesOf } from '#shared/domain/ballot/pile.ts'
import type { Evaluation } from '#shared/domain/evaluation/evaluation.ts'
import type { BallotComponent } from '#shared/domain/scheme/scheme.ts'

/** The ballots behind one group's rows of one person, groups merged into it included. */
export type GroupBallots = {
  /** Whole ballots that are void (废票). */
  readonly void: number
  /** Voters who should have come, the person not among them where they vote as a peer. */
  readonly expected: number
}

/** By instructor id, then group id; a group without ballots is absent. */
export type BallotNumbers = (instructor: string) => ReadonlyMap<string, GroupBallots>

/**
 * Void and expected ballots per group over the meetings that appraised a person (SCORING.md rule 10, group by group):
 * a meeting with rows of theirs, or one without any row. Voided groups do not count, as their vote is held again.
 */
export function ballotNumbers(
  { meetings, scheme, instructors }: Evaluation,
  component: BallotComponent,
): BallotNumbers {
  const fullTime = new Set<string>(instructors.filter(person => person.kind === 'full-time').map(person => person.id))
  const peers = new Set<string>(component.groups.filter(group => group.peers).map(group => group.id))
  const own = meetings
    .filter(meeting => meetingComponent(meeting, scheme)?.id === component.id)
    .map(meeting => ({
      appraised: new Set<string>(meeting.tallies.map(tally => tally.instructor)),
      piles: pilesOf(meeting, component).map(pile => ({
        group: String(pile.group.id),
        void: pile.members.reduce((total, member) => total + member.void, 0),
        expected: pile.members.reduce((total, member) => total + member.expected, 0),
        peers: pile.members.some(member => peers.has(member.id) && member.expected > 0),
      })),
    }))
  return instructor => {
    const groups = new Map<string, GroupBallots>()
    // A full-time instructor has one seat among the peers, however many halls the meeting had.
    let seat = fullTime.has(instructor) ? 1 : 0
    for (const { appraised, piles } of own) {
      if (appraised.size > 0 && !appraised.has(instructor)) continue
      for (const pile of piles) {
        const before = groups.get(pile.group) ?? { void: 0, expected: 0 }
        const ownSeat = pile.peers ? seat : 0
        seat -= ownSeat
        groups.set(pile.group, {
          void: before.void + pile.void,
          expected: before.expected + pile.expected - ownSeat,
        })
      }
    }
    return groups
  }
}
