import { type ScryptOptions, scrypt } from 'node:crypto'
import { promisify } from 'node:util'
import { xchacha20poly1305 } from '@noble/ciphers/chacha.js'
import type { RandomBytes } from '#shared/domain/ballot/random-bytes.ts'
import { asTyped } from './tellers.ts'

/**
 * The work that one try of a passphrase costs: scrypt with N = `2^logN`, blocks of `r`. The default takes 128 MB and
 * about half a second on a laptop, so that a stolen urn allows a few tries a second for each core and 128 MB.
 */
export type ScryptCost = { readonly logN: number; readonly r: number }
export const DEFAULT_COST: ScryptCost = { logN: 17, r: 8 }

/** A teller's share of the key under the passphrase: all in hex. */
export type LockedShare = { readonly salt: string; readonly nonce: string; readonly share: string }

const derive: (passphrase: string, salt: Uint8Array, length: number, options: ScryptOptions) => Promise<Buffer> =
  promisify(scrypt)

/** Locks a share with a passphrase. `bound` is what it belongs to (box and teller): elsewhere it does not open. */
export async function lockShare(
  share: Uint8Array,
  passphrase: string,
  bound: string,
  cost: ScryptCost,
  random: RandomBytes,
): Promise<LockedShare> {
  const salt = random(16)
  const nonce = random(24)
  const key = await keyFrom(passphrase, salt, cost)
  const locked = xchacha20poly1305(key, nonce, Buffer.from(bound)).encrypt(share)
  key.fill(0)
  return { salt: hex(salt), nonce: hex(nonce), share: hex(locked) }
}

/** The share, or `null` where the passphrase is wrong. */
export async function unlockShare(
  { salt, nonce, share }: LockedShare,
  passphrase: string,
  bound: string,
  cost: ScryptCost,
): Promise<Uint8Array | null> {
  const key = await keyFrom(passphrase, Buffer.from(salt, 'hex'), cost)
  try {
    return xchacha20poly1305(key, Buffer.from(nonce, 'hex'), Buffer.from(bound)).decrypt(Buffer.from(share, 'hex'))
  } catch {
    // The cipher's one way to fail on a share of the right shape (`sealRecordSchema`): the tag does not fit.
    return null
  } finally {
    key.fill(0)
  }
}

async function keyFrom(passphrase: string, salt: Uint8Array, { logN, r }: ScryptCost): Promise<Uint8Array> {
  const cost = 2 ** logN
  return derive(asTyped(passphrase), salt, 32, { cost, blockSize: r, parallelization: 1, maxmem: 256 * cost * r })
}

function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex')
}
