import { createPrivateKey, createPublicKey, diffieHellman, generateKeyPairSync } from 'node:crypto'
import { xchacha20poly1305 } from '@noble/ciphers/chacha.js'
import { hkdf } from '@noble/hashes/hkdf.js'
import { sha256 } from '@noble/hashes/sha2.js'

const PREFIX = Buffer.from('302a300506032b656e032100', 'hex')
const KEY_BYTES = 32
const NONCE_BYTES = 24

/**
 * Seals ballots as a phone does (`sealBallot`), with the runtime's own X25519: a million would take the one written in
 * JavaScript half an hour. That they open, each of them, is what tells that they are the same.
 */
export function sealNatively(boxKey: Uint8Array, context: Uint8Array): (plain: Uint8Array) => Buffer {
  const publicKey = createPublicKey({ key: Buffer.concat([PREFIX, boxKey]), format: 'der', type: 'spki' })
  return plain => {
    const once = generateKeyPairSync('x25519', {
      publicKeyEncoding: { format: 'der', type: 'spki' },
      privateKeyEncoding: { format: 'der', type: 'pkcs8' },
    })
    const oncePublic = once.publicKey.subarray(PREFIX.length)
    const privateKey = createPrivateKey({ key: once.privateKey, format: 'der', type: 'pkcs8' })
    const shared = diffieHellman({ privateKey, publicKey })
    const derived = hkdf(sha256, shared, Buffer.concat([oncePublic, boxKey]), context, KEY_BYTES + NONCE_BYTES)
    const cipher = xchacha20poly1305(derived.subarray(0, KEY_BYTES), derived.subarray(KEY_BYTES), context)
    return Buffer.concat([oncePublic, cipher.encrypt(plain)])
  }
}
