import type { BallotStore, CastOutcome } from '#electron/host/urn/ballot-store.ts'
import { type CastMessage, decodeCast } from '#shared/domain/ballot/cast/cast-message.ts'
import { type CastReply, refused } from '#shared/domain/ballot/cast/cast-reply.ts'
import type { PublicMeeting } from '#shared/domain/ballot/set-up/public-meeting.ts'
import type { CastOwn } from './own-votes.ts'

/**
 * Answers one posted vote. The station sees a slip's proof and sealed bytes, never a mark, and keeps neither: what joins
 * the two lives in this call and in its batch. Who comes again with the vote that was recorded is told that it is theirs.
 */
export async function answerCast(
  bytes: Uint8Array,
  store: BallotStore,
  meeting: PublicMeeting,
  mayShow: (slip: string) => boolean,
  castOwn: CastOwn,
): Promise<CastReply> {
  const message = decodeCast(bytes, meeting)
  if (!message) return refused('bad-request')
  // Only slips of this box are counted: made-up ones must not fill the memory.
  if ((await store.participate(message.proof)) === 'unknown-slip') return refused('unknown-slip')
  if (!mayShow(Buffer.from(message.proof).toString('base64'))) return refused('busy')
  const outcome = await castOwn(message, () => cast(message, store))
  if (outcome === 'own') return { status: 'already-recorded', own: true }
  return outcome === 'recorded' || outcome === 'already-recorded' ? { status: outcome } : refused(outcome)
}

/** Whose answer was lost in the last minute must not read that the vote came too late. */
async function cast({ proof, sealed }: CastMessage, store: BallotStore): Promise<CastOutcome> {
  const outcome = await store.cast(proof, sealed)
  return outcome === 'closed' && (await store.participate(proof)) === 'used' ? 'already-recorded' : outcome
}
