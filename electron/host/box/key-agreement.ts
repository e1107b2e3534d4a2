import { createPrivateKey, diffieHellman } from 'node:crypto'
import { x25519 } from '@noble/curves/ed25519.js'

/** What a secret key and a public one have in common (X25519, 32 bytes each); `null` for a public key of low order. */
export type KeyAgreement = (publicKey: Uint8Array) => Promise<Uint8Array | null>

// RFC 8410: what stands before a raw X25519 key in PKCS #8 and in SubjectPublicKeyInfo, here a whole number of base64's
// groups, so that the key's own may follow.
const SECRET_PREFIX = Buffer.from('302e020100300506032b656e04220420', 'hex')
const PUBLIC_PREFIX = Buffer.from('302a300506032b656e032100', 'hex').toString('base64')

/**
 * The agreement of one secret key (32 bytes) with any public one, by Node's own X25519: ten times faster than the one
 * written in JavaScript, which a thousand ballots would wait a second for, and in the system's other threads. It is tried
 * against that one first, since a runtime whose X25519 is missing or different (Electron's library is not Node's) would
 * make every ballot void; and where it fails that one is asked, since a failure of the computer's must not make a ballot
 * void either.
 */
export async function keyAgreement(secretKey: Uint8Array): Promise<KeyAgreement> {
  const onThePage: KeyAgreement = async oncePublic => {
    try {
      return x25519.getSharedSecret(secretKey, oncePublic)
    } catch {
      return null
    }
  }
  try {
    const native = nativeAgreement(secretKey)
    const own = x25519.getPublicKey(secretKey)
    const same = Buffer.compare(await native(own), x25519.getSharedSecret(secretKey, own)) === 0
    if (same) return oncePublic => native(oncePublic).catch(() => onThePage(oncePublic))
  } catch {
    // Not there in this runtime: the slow one does the same.
  }
  return onThePage
}

/** Rejects for a public key of low order too. */
function nativeAgreement(secretKey: Uint8Array): (publicKey: Uint8Array) => Promise<Uint8Array> {
  const der = Buffer.concat([SECRET_PREFIX, secretKey])
  const privateKey = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' })
  der.fill(0)
  return oncePublic =>
    new Promise((resolve, reject) => {
      // As text: of an object Node first asks, by four exceptions, whether it is a key, nearly half as long as all the rest takes.
      const publicKey = `-----BEGIN PUBLIC KEY-----\n${PUBLIC_PREFIX}${Buffer.from(oncePublic).toString('base64')}\n-----END PUBLIC KEY-----\n`
      diffieHellman({ privateKey, publicKey }, (error, shared) => (error ? reject(error) : resolve(shared)))
    })
}
