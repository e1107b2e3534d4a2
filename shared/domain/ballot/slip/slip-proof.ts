import { hkdf } from '@noble/hashes/hkdf.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js'

/** Bytes of a proof. */
export const PROOF_BYTES = 32

/**
 * What a phone shows in place of the code: derived from the code and this box alone, so that the code itself is never
 * sent and a proof is of no use for another box. It has nothing in common with the sealed ballot it travels beside.
 * `code` is sixteen digits (`readSlipCode`), `box` the box's id in hex.
 */
export function slipProof(code: string, box: string): Uint8Array {
  return hkdf(sha256, utf8ToBytes(code), hexToBytes(box), utf8ToBytes('pingyi/slip/1'), PROOF_BYTES)
}
