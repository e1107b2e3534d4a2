import type { BallotStore } from '#electron/host/urn/ballot-store.ts'
import { type CastMessage, decodeCast } from '#shared/domain/ballot/cast/cast-message.ts'
import { type CastReply, refused } from '#shared/domain/ballot/cast/cast-reply.ts'
import type { PublicMeeting } from '#shared/domain/ballot/set-up/public-meeting.ts'

/**
 * Answers one posted vote. The station sees a slip's proof and sealed bytes, never a mark, and keeps neither: what joins
 * the two lives in this call and in its batch.
 */
export async function answerCast(
  bytes: Uint8Array,
  store: BallotStore,
  meeting: PublicMeeting,
  mayShow: (slip: string) => boolean,
): Promise<CastReply> {
  const message = decodeCast(bytes, meeting)
  if (!message) return refused('bad-request')
  // Only slips of this box are counted: made-up ones must not fill the memory.
  if ((await store.participate(message.proof)) === 'unknown-slip') return refused('unknown-slip')
  return mayShow(Buffer.from(message.proof).toString('base64')) ? cast(message, store) : refused('busy')
}

async function cast({ proof, sealed }: CastMessage, store: BallotStore): Promise<CastReply> {
  const outcome = await store.cast(proof, sealed)
  return outcome === 'recorded' || outcome === 'already-recorded' ? { status: outcome } : refused(outcome)
}
