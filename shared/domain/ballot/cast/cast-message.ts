import { concatBytes } from '@noble/hashes/utils.js'
import { SEAL_BYTES } from '#shared/domain/ballot/sealed/seal-ballot.ts'
import type { PublicMeeting } from '#shared/domain/ballot/set-up/public-meeting.ts'
import { PROOF_BYTES } from '#shared/domain/ballot/slip/slip-proof.ts'
import { sealedSuggestionBytes } from '#shared/domain/ballot/suggestion/encode-suggestion.ts'
import { plainBytes } from './encode-rows.ts'

// What a phone posts: the slip's proof, the sealed ballot, and where the meeting takes suggestions a sealed one, written or
// not. Every message of a meeting has the same size, which is also the station's limit.

/** The media type of the post. Not one that a form of another site could send without being asked for permission. */
export const CAST_TYPE = 'application/octet-stream'

/** `sealed`: the ballot, and right after it the suggestion where the meeting takes them. */
export type CastMessage = { readonly proof: Uint8Array; readonly sealed: Uint8Array }

/** Bytes of a sealed ballot of the meeting. */
export function sealedBytes(meeting: PublicMeeting): number {
  return plainBytes(meeting) + SEAL_BYTES
}

/** Bytes of every message of the meeting. */
export function castBytes(meeting: PublicMeeting): number {
  return PROOF_BYTES + sealedBytes(meeting) + sealedSuggestionBytes(meeting)
}

/** A vote as the bytes that are posted: the slip's proof, then what is sealed; every vote of a box has one length. */
export function encodeCast({ proof, sealed }: CastMessage): Uint8Array {
  return concatBytes(proof, sealed)
}

/** The parts of a message; `null` where it is not of the meeting's size. */
export function decodeCast(bytes: Uint8Array, meeting: PublicMeeting): CastMessage | null {
  if (bytes.length !== castBytes(meeting)) return null
  return { proof: bytes.slice(0, PROOF_BYTES), sealed: bytes.slice(PROOF_BYTES) }
}
