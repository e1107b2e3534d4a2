import { bytesToUtf8 } from '@noble/ciphers/utils.js'
import { utf8ToBytes } from '@noble/hashes/utils.js'
import { SEAL_BYTES } from '#shared/domain/ballot/sealed/seal-ballot.ts'
import type { PublicMeeting } from '#shared/domain/ballot/set-up/public-meeting.ts'
import { MOST_SUGGESTION, tidySuggestion } from './suggestion-text.ts'

const VERSION = 1
const HEAD = 3

/** The size in bytes of every suggestion, also of none: no UTF-16 unit takes more than three bytes. */
export const SUGGESTION_BYTES = Math.ceil((HEAD + 3 * MOST_SUGGESTION) / 64) * 64

/** Bytes of a sealed suggestion; 0 where the meeting takes none. */
export function sealedSuggestionBytes({ suggestions }: Pick<PublicMeeting, 'suggestions'>): number {
  return suggestions ? SUGGESTION_BYTES + SEAL_BYTES : 0
}

/** A suggestion, or none (the empty text), as bytes of the one size: a version, its length, UTF-8, zeros. Throws where it is too long. */
export function encodeSuggestion(typed: string): Uint8Array {
  const text = tidySuggestion(typed)
  if (text.length > MOST_SUGGESTION) throw new RangeError('the suggestion is too long')
  const words = utf8ToBytes(text)
  const bytes = new Uint8Array(SUGGESTION_BYTES)
  bytes.set([VERSION, words.length >> 8, words.length & 0xff])
  bytes.set(words, HEAD)
  return bytes
}

/** The text in a suggestion's bytes, empty where nothing was written; `null` where they are not what `encodeSuggestion` writes. */
export function decodeSuggestion(bytes: Uint8Array): string | null {
  if (bytes.length !== SUGGESTION_BYTES || bytes[0] !== VERSION) return null
  const end = HEAD + 256 * (bytes[1] ?? 0) + (bytes[2] ?? 0)
  if (end > bytes.length) return null
  const text = bytesToUtf8(bytes.subarray(HEAD, end))
  if (text.length > MOST_SUGGESTION) return null
  const again = encodeSuggestion(text)
  return bytes.every((byte, index) => byte === again[index]) ? text : null
}
