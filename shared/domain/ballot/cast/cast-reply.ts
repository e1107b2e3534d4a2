import { BALLOT_REASONS, type BallotReason } from './ballot-fault.ts'

/** Why a station or a phone refuses a vote, besides what is wrong with the ballot itself. */
export const REFUSALS = ['bad-code', 'unknown-slip', 'closed', 'storage', 'busy', 'bad-request'] as const

export type Refusal = (typeof REFUSALS)[number]

/**
 * The answer to a cast vote. `already-recorded` says only that this slip has voted; `own`, that it was with this very
 * message, which a network or a browser had sent twice by itself.
 */
export type CastReply =
  | { readonly status: 'recorded' }
  | { readonly status: 'already-recorded'; readonly own?: true }
  | { readonly status: 'refused'; readonly reason: Refusal | BallotReason }

/** The reply that refuses a vote, with the reason as a code. */
export function refused(reason: Refusal | BallotReason): Extract<CastReply, { readonly status: 'refused' }> {
  return { status: 'refused', reason }
}

const REASONS: ReadonlySet<string> = new Set([...REFUSALS, ...BALLOT_REASONS])

/** A station's answer from its JSON text; `null` where it is not one (a captive portal's page, half a response). */
export function readCastReply(text: string): CastReply | null {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return null
  }
  if (typeof value !== 'object' || value === null || !('status' in value)) return null
  if (value.status === 'recorded') return { status: 'recorded' }
  if (value.status === 'already-recorded')
    return { status: 'already-recorded', ...('own' in value && value.own === true ? { own: true } : {}) }
  if (value.status !== 'refused' || !('reason' in value) || typeof value.reason !== 'string') return null
  return REASONS.has(value.reason) ? refused(value.reason as Refusal | BallotReason) : null
}

const WORDS: Record<Refusal, string> = {
  'bad-code': '测评码有误，请对照码条重新输入',
  'unknown-slip': '本票箱没有这张码条，请核对或找监票人',
  closed: '投票已经结束',
  storage: '票箱暂时写不进去，尚未确认收到；选票仍在本机，请稍后再交',
  busy: '投票站正忙，请稍后再交',
  'bad-request': '投票站没有看懂这次提交，请刷新页面后再交',
}

/** A refusal in the voter's words. */
export function refusalWords(reason: Refusal): string {
  return WORDS[reason]
}

/** What people read when the slip had voted and this page had not sent anything itself. */
export const ALREADY_RECORDED_WORDS = '这张码条已投过票，请找监票人'
