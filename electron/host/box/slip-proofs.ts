import type { MeetingSetUp } from '#shared/domain/ballot/set-up/meeting-set-up.ts'
import { slipProof } from '#shared/domain/ballot/slip/slip-proof.ts'
import type { Slip } from './new-slips.ts'

/** The slips' proofs as an urn wants them: by group, in the meeting's order. `box` is the box's id in hex. */
export function proofsOf({ groups }: MeetingSetUp, slips: readonly Slip[], box: string): Uint8Array[][] {
  return groups.map(group => slips.filter(slip => slip.group === group.id).map(slip => slipProof(slip.digits, box)))
}
