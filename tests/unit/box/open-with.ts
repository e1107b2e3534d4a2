import { x25519 } from '@noble/curves/ed25519.js'
import type { BoxKey } from '#shared/domain/ballot/sealed/box-key.ts'
import { oncePublicKeyOf, openSealedBallot } from '#shared/domain/ballot/sealed/seal-ballot.ts'

/** What a sealed ballot holds for whoever has the box's key; by the ballot page's own library, not by the host's. */
export function openWith(sealed: Uint8Array, { secretKey, publicKey }: BoxKey, context: Uint8Array): Uint8Array | null {
  const once = oncePublicKeyOf(sealed)
  if (!once) return null
  try {
    return openSealedBallot(sealed, x25519.getSharedSecret(secretKey, once), publicKey, context)
  } catch {
    // A key of low order.
    return null
  }
}
