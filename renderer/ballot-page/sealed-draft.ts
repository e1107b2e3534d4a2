import { xchacha20poly1305 } from '@noble/ciphers/chacha.js'
import { hkdf } from '@noble/hashes/hkdf.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { concatBytes, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js'
import type { BallotRows } from '#shared/domain/ballot/cast/ballot-rows.ts'
import { castBytes } from '#shared/domain/ballot/cast/cast-message.ts'
import { decodeRows, encodeRows, plainBytes } from '#shared/domain/ballot/cast/encode-rows.ts'
import type { RandomBytes } from '#shared/domain/ballot/random-bytes.ts'
import type { PublicMeeting } from '#shared/domain/ballot/set-up/public-meeting.ts'
import {
  decodeSuggestion,
  encodeSuggestion,
  SUGGESTION_BYTES,
} from '#shared/domain/ballot/suggestion/encode-suggestion.ts'

const NONCE_BYTES = 24

/** What a reload must bring back: rows and suggestion, and once submit was pressed the very bytes that were sent. */
export type Draft = { readonly rows: BallotRows; readonly suggestion: string; readonly message: Uint8Array | null }

/** The key of a draft. `half` is the station's (it gives none once the slip is recorded), `own` the phone's, 32 bytes each. */
export function draftKey(half: Uint8Array, own: Uint8Array, box: string): Uint8Array {
  return hkdf(sha256, concatBytes(half, own), hexToBytes(box), utf8ToBytes('pingyi/draft/1'), 32)
}

/** Seals a draft. One size whatever is filled in: old values stay in the browser's files, and a size would tell. */
export function sealDraft(draft: Draft, key: Uint8Array, meeting: PublicMeeting, random: RandomBytes): Uint8Array {
  const { rows, suggestion, message } = draft
  const sent = message ?? new Uint8Array(castBytes(meeting))
  const words = meeting.suggestions ? encodeSuggestion(suggestion) : new Uint8Array()
  const plain = concatBytes(Uint8Array.of(message ? 1 : 0), encodeRows(rows, meeting), words, sent)
  const nonce = random(NONCE_BYTES)
  const sealed = concatBytes(nonce, xchacha20poly1305(key, nonce).encrypt(plain))
  plain.fill(0)
  return sealed
}

/** A sealed draft's contents, or `null` where it was sealed with another key, for another list of names, or changed. */
export function openDraft(sealed: Uint8Array, key: Uint8Array, meeting: PublicMeeting): Draft | null {
  if (sealed.length <= NONCE_BYTES) return null
  try {
    const plain = xchacha20poly1305(key, sealed.slice(0, NONCE_BYTES)).decrypt(sealed.slice(NONCE_BYTES))
    const end = 1 + plainBytes(meeting)
    const sent = end + (meeting.suggestions ? SUGGESTION_BYTES : 0)
    const rows = decodeRows(plain.slice(1, end), meeting)
    const suggestion = meeting.suggestions ? decodeSuggestion(plain.slice(end, sent)) : ''
    return rows && suggestion !== null ? { rows, suggestion, message: plain[0] === 1 ? plain.slice(sent) : null } : null
  } catch {
    // The only failure left is a tag that does not fit, or bytes too few to have one.
    return null
  }
}
