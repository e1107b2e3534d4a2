import type { BallotStore } from '#electron/host/urn/ballot-store.ts'
import { refused } from '#shared/domain/ballot/cast/cast-reply.ts'
import type { DraftReply } from '#shared/domain/ballot/cast/draft-half.ts'

/**
 * Answers a phone that begins to fill in a ballot. The half is derived from the slip and given until the slip is
 * recorded: after that what a phone may have kept of its draft can never be read again.
 */
export async function answerDraft(
  proof: Uint8Array,
  store: BallotStore,
  mayShow: (slip: string) => boolean,
): Promise<DraftReply> {
  const participation = await store.participate(proof)
  if (participation === 'unknown-slip') return refused('unknown-slip')
  if (participation === 'used') return { status: 'already-recorded' }
  if (!mayShow(Buffer.from(proof).toString('base64'))) return refused('busy')
  const half = await store.draftHalf(proof)
  return half ? { status: 'unused', half } : refused('closed')
}
