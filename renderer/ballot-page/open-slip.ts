import type { DraftReply } from '#shared/domain/ballot/cast/draft-half.ts'
import { FIRST_PAUSE, LONGEST_PAUSE } from '#shared/domain/ballot/cast/submit-cast.ts'
import { groupOfSlipCode } from '#shared/domain/ballot/slip/slip-code.ts'
import { slipProof } from '#shared/domain/ballot/slip/slip-proof.ts'
import { draftKey, openDraft } from './sealed-draft.ts'
import { type RefusalReason, type SessionParts, type VoteSession, voteSession } from './vote-session.ts'

/** What becomes of a typed or scanned code. `resumed`: something filled in before is back; `lost`: it was, and is not. */
export type OpenedSlip =
  | { readonly kind: 'open'; readonly session: VoteSession; readonly draft: 'new' | 'resumed' | 'lost' }
  | { readonly kind: 'done' }
  | { readonly kind: 'used' }
  | { readonly kind: 'refused'; readonly reason: RefusalReason }

/** Somebody has gone on to something else: what still comes back is of no use. */
export type Asked = { stopped: boolean }

/**
 * Begins with a slip's code (sixteen digits): asks the station for its half of the draft's key, and hears so before the
 * first tap of a slip that has voted. Without the network a new ballot is begun all the same, its draft in memory until
 * the half comes; one that was begun before waits, for beginning anew would lose it. `null` once `asked` is stopped.
 */
export async function openSlip(
  parts: SessionParts,
  code: string,
  asked: Asked,
  waiting: () => void,
): Promise<OpenedSlip | null> {
  const { box, link, store } = parts
  const group = box.meeting.groups[groupOfSlipCode(code, box.meeting.groups.length)]
  if (!group) return { kind: 'refused', reason: 'bad-code' }
  const proof = slipProof(code, box.box)
  const kept = store.read()
  const mine = kept?.code === code ? kept : null
  const reply = mine ? await untilAnswered(parts, proof, asked, waiting) : await link.half(proof)
  if (asked.stopped) return null
  if (reply?.status === 'already-recorded') {
    if (!mine?.sent) return { kind: 'used' }
    store.wipe()
    return { kind: 'done' }
  }
  if (reply?.status === 'refused' && reply.reason !== 'busy') return { kind: 'refused', reason: reply.reason }
  if (reply?.status !== 'unused') {
    const session = voteSession(parts, code, group, null)
    fetchHalfLater(parts, session, proof, asked)
    return { kind: 'open', session, draft: 'new' }
  }
  const draft = mine?.sealed ? openDraft(mine.sealed, draftKey(reply.half, mine.own, box.box), box.meeting) : null
  const session = voteSession(parts, code, group, mine && { kept: mine, draft })
  session.takeHalf(reply.half)
  return { kind: 'open', session, draft: draft ? 'resumed' : mine ? 'lost' : 'new' }
}

async function untilAnswered(
  { link, pause }: SessionParts,
  proof: Uint8Array,
  asked: Asked,
  waiting: () => void,
): Promise<DraftReply | null> {
  for (let wait = FIRST_PAUSE; ; wait = Math.min(2 * wait, LONGEST_PAUSE)) {
    const reply = await link.half(proof)
    const busy = reply?.status === 'refused' && reply.reason === 'busy'
    if (asked.stopped || (reply && !busy)) return reply
    waiting()
    await pause(wait)
    if (asked.stopped) return null
  }
}

async function fetchHalfLater(
  parts: SessionParts,
  session: VoteSession,
  proof: Uint8Array,
  asked: Asked,
): Promise<void> {
  await parts.pause(LONGEST_PAUSE)
  const reply = await untilAnswered(parts, proof, asked, () => undefined)
  // That the slip has voted meanwhile is said when this ballot is cast: nothing interrupts who is filling it in.
  if (!asked.stopped && reply?.status === 'unused') session.takeHalf(reply.half)
}
