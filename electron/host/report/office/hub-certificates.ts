import { X509Certificate } from 'node:crypto'
import { getCACertificates, rootCertificates } from 'node:tls'

const BLOCK = /-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----/g

/**
 * Whose word counts for a hub's certificate: the well-known ones, those that this computer's administrator put into its own
 * store (which Node by itself does not look into, and the office's browser does), and the one that the office chose.
 */
export function trustedCertificates(own: string | undefined): string[] {
  // Not in every runtime that the host runs in.
  const known = typeof getCACertificates === 'function' ? storesOf(getCACertificates) : [...rootCertificates]
  return own === undefined ? known : [...known, own]
}

function storesOf(read: typeof getCACertificates): string[] {
  return [...new Set([...read('default'), ...read('system')])]
}

/** A certificate file (PEM with one or more, or DER) as PEM text; null where it is none. */
export function readCertificates(bytes: Uint8Array): string | null {
  const blocks = Buffer.from(bytes).toString('latin1').match(BLOCK) ?? [Buffer.from(bytes)]
  try {
    return blocks.map(block => new X509Certificate(block).toString()).join('')
  } catch {
    // Whatever the library says of it: it is no certificate.
    return null
  }
}
