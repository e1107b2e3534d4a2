import { concatBytes } from '@noble/hashes/utils.js'
import { SEAL_BYTES } from '#shared/domain/ballot/sealed/seal-ballot.ts'
import type { PublicMeeting } from '#shared/domain/ballot/set-up/public-meeting.ts'
import { PROOF_BYTES } from '#shared/domain/ballot/slip/slip-proof.ts'
import { sealedSuggestionBytes } from '#shared/domain/ballot/suggestion/encode-suggestion.ts'
import { plainBytes } from './encode-rows.ts'

// What a phone posts: the slip's proof, a number of its own for this vote, the sealed ballot, and where the meeting takes suggestions a sealed one, written or
// not. Every message of a meeting has the same size, which is also the station's limit.

/** The media type of the post. Not one that a form of another site could send without being asked for permission. */
export const CAST_TYPE = 'application/octet-stream'

/** Bytes of the number that a phone draws for its vote. */
export const ATTEMPT_BYTES = 16

/**
 * `attempt`: a random number that stands nowhere else; by it the station knows a vote that the network doubles.
 * `sealed`: the ballot, and right after it the suggestion where the meeting takes them.
 */
export type CastMessage = { readonly proof: Uint8Array; readonly attempt: Uint8Array; readonly sealed: Uint8Array }

/** Bytes of a sealed ballot of the meeting. */
export function sealedBytes(meeting: PublicMeeting): number {
  return plainBytes(meeting) + SEAL_BYTES
}

/** Bytes of every message of the meeting. */
export function castBytes(meeting: PublicMeeting): number {
  return PROOF_BYTES + ATTEMPT_BYTES + sealedBytes(meeting) + sealedSuggestionBytes(meeting)
}

/** A vote as the bytes that are posted: the slip's proof, the phone's number, then what is sealed; every vote of a box has one length. */
export function encodeCast({ proof, attempt, sealed }: CastMessage): Uint8Array {
  return concatBytes(proof, attempt, sealed)
}

/** The parts of a message; `null` where it is not of the meeting's size. */
export function decodeCast(bytes: Uint8Array, meeting: PublicMeeting): CastMessage | null {
  return bytes.length === castBytes(meeting) ? splitCast(bytes) : null
}

/** The parts of a message that is known to be one: views of its bytes, not copies. */
export function splitCast(bytes: Uint8Array): CastMessage {
  const sealedAt = PROOF_BYTES + ATTEMPT_BYTES
  return {
    proof: bytes.subarray(0, PROOF_BYTES),
    attempt: bytes.subarray(PROOF_BYTES, sealedAt),
    sealed: bytes.subarray(sealedAt),
  }
}
