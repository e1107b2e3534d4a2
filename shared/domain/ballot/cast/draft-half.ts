import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js'
import { type CastReply, readCastReply } from './cast-reply.ts'

/** Bytes of the station's half of a draft's key. */
export const DRAFT_HALF_BYTES = 32

/** Where a phone asks for the station's half, by posting its slip's proof alone. */
export const DRAFT_PATH = '/draft'

/**
 * The answer to a phone that begins to fill in a ballot: the station's half of the key under which the phone keeps its
 * draft, or that this slip has voted, or a refusal. Source: PROMISES.md "The draft on a phone".
 */
export type DraftReply =
  | { readonly status: 'unused'; readonly half: Uint8Array }
  | Exclude<CastReply, { readonly status: 'recorded' }>

/** An answer as the JSON value that is sent; the half is in hex. */
export function draftReplyJson(reply: DraftReply): unknown {
  return reply.status === 'unused' ? { status: reply.status, half: bytesToHex(reply.half) } : reply
}

/** A station's answer from its JSON text; `null` where it is not one (a captive portal's page, half a response). */
export function readDraftReply(text: string): DraftReply | null {
  const half = /^\{"status":"unused","half":"([0-9a-f]{64})"\}$/.exec(text)?.[1]
  if (half !== undefined) return { status: 'unused', half: hexToBytes(half) }
  const reply = readCastReply(text)
  return reply?.status === 'recorded' ? null : reply
}
