import { createHash, timingSafeEqual } from 'node:crypto'

/** A secret as the database keeps it. The secrets are 24 random bytes: a plain hash cannot be searched through. */
export function secretHash(secret: string): Buffer {
  return createHash('sha256').update(secret, 'utf8').digest()
}

/** Whether a secret is the one whose hash is kept; as slow whatever of it is right. */
export function isSecret(secret: string, kept: Uint8Array): boolean {
  const hash = secretHash(secret)
  return kept.length === hash.length && timingSafeEqual(hash, kept)
}
