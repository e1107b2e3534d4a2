import { x25519 } from '@noble/curves/ed25519.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex } from '@noble/hashes/utils.js'
import type { RandomBytes } from '#shared/domain/ballot/random-bytes.ts'

/** A box's key pair (X25519), 32 bytes each: made when the tellers seal the box, gone when it is opened. */
export type BoxKey = { readonly secretKey: Uint8Array; readonly publicKey: Uint8Array }

/** A new X25519 key pair, 32 bytes each; the caller wipes the secret key when it has been split. */
export function newBoxKey(random: RandomBytes): BoxKey {
  const secretKey = random(32)
  return { secretKey, publicKey: x25519.getPublicKey(secretKey) }
}

/** The public key that belongs to a secret one (32 bytes). */
export function publicKeyOf(secretKey: Uint8Array): Uint8Array {
  return x25519.getPublicKey(secretKey)
}

/** What people compare between the projector and a phone: 80 bits of the public key's hash, `3F9A-…` in five blocks. */
export function fingerprintOf(publicKey: Uint8Array): string {
  const digits = bytesToHex(sha256(publicKey).subarray(0, 10)).toUpperCase()
  return digits.replace(/(.{4})(?=.)/g, '$1-')
}
