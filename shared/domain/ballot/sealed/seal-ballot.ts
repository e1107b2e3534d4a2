import { xchacha20poly1305 } from '@noble/ciphers/chacha.js'
import { x25519 } from '@noble/curves/ed25519.js'
import { hkdf } from '@noble/hashes/hkdf.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { concatBytes } from '@noble/hashes/utils.js'
import type { RandomBytes } from '#shared/domain/ballot/random-bytes.ts'

const KEY_BYTES = 32
const NONCE_BYTES = 24
const TAG_BYTES = 16

/** By how many bytes a sealed ballot is longer than the plain one. */
export const SEAL_BYTES = KEY_BYTES + TAG_BYTES

/**
 * Seals a ballot's bytes to the box's public key (X25519, HKDF-SHA-256, XChaCha20-Poly1305; `context` as associated
 * data): a fresh public key, the ciphertext, its tag. Nobody opens it without the tellers, the phone included.
 * The key serves once, so its nonce is derived with it. Throws on a public key of low order (no box has one).
 */
export function sealBallot(
  plain: Uint8Array,
  publicKey: Uint8Array,
  context: Uint8Array,
  random: RandomBytes,
): Uint8Array {
  const once = random(KEY_BYTES)
  const oncePublic = x25519.getPublicKey(once)
  const shared = x25519.getSharedSecret(once, publicKey)
  const sealed = cipher(shared, oncePublic, publicKey, context).encrypt(plain)
  once.fill(0)
  shared.fill(0)
  return concatBytes(oncePublic, sealed)
}

/** The public key that was made for one sealed ballot, 32 bytes; `null` where the bytes are too few for a ballot. */
export function oncePublicKeyOf(sealed: Uint8Array): Uint8Array | null {
  return sealed.length < SEAL_BYTES ? null : sealed.slice(0, KEY_BYTES)
}

/**
 * A sealed ballot's bytes, or `null` where they were not sealed for this box, meeting and group, or were changed. `shared`
 * is what the box's secret key and `oncePublicKeyOf` have in common (X25519, 32 bytes); `publicKey` is the box's.
 */
export function openSealedBallot(
  sealed: Uint8Array,
  shared: Uint8Array,
  publicKey: Uint8Array,
  context: Uint8Array,
): Uint8Array | null {
  const oncePublic = oncePublicKeyOf(sealed)
  if (!oncePublic) return null
  try {
    return cipher(shared, oncePublic, publicKey, context).decrypt(sealed.subarray(KEY_BYTES))
  } catch {
    // The only failure left is a tag that does not fit: somebody else's bytes.
    return null
  }
}

function cipher(shared: Uint8Array, oncePublic: Uint8Array, publicKey: Uint8Array, context: Uint8Array) {
  const derived = hkdf(sha256, shared, concatBytes(oncePublic, publicKey), context, KEY_BYTES + NONCE_BYTES)
  return xchacha20poly1305(derived.subarray(0, KEY_BYTES), derived.subarray(KEY_BYTES), context)
}
