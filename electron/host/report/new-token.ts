import { secureRandom } from '#electron/host/urn/secure-random.ts'

/** A new secret for a link or for the office: 24 random bytes, as base64url. */
export function newToken(): string {
  return Buffer.from(secureRandom(24)).toString('base64url')
}
