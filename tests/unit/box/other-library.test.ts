import type { diffieHellman } from 'node:crypto'
import { x25519 } from '@noble/curves/ed25519.js'
import { beforeEach, expect, test, vi } from 'vitest'
import { keyAgreement } from '#electron/host/box/key-agreement.ts'

type Native = typeof diffieHellman
type Callback = (error: Error | null, secret: Buffer) => void

/** What stands in for Node's own; null: nothing does. */
const other = vi.hoisted((): { agree: ((callback: Callback) => void) | null } => ({ agree: null }))
vi.mock('node:crypto', async original => {
  const own = await original<typeof import('node:crypto')>()
  const agree = (keys: Parameters<Native>[0], callback: Callback) =>
    other.agree ? other.agree(callback) : own.diffieHellman(keys, callback)
  return { ...own, diffieHellman: agree as Native }
})

const secretKey = new Uint8Array(32).fill(7)
const publicKey = x25519.getPublicKey(new Uint8Array(32).fill(9))
const shared = Buffer.from(x25519.getSharedSecret(secretKey, publicKey))

const FAILURES: [string, (callback: Callback) => void][] = [
  ['fails', callback => callback(new Error('no X25519'), Buffer.alloc(0))],
  [
    'throws',
    () => {
      throw new Error('no X25519')
    },
  ],
]

beforeEach(() => {
  other.agree = null
})

// Catches: a runtime whose X25519 is another's being believed: every valid ballot would be void, and the votes lost.
test.each([
  ['agrees on something else', (callback: Callback) => callback(null, Buffer.alloc(32, 1))] as const,
  ...FAILURES,
])('a library that %s is not used', async (_, agree) => {
  other.agree = agree
  const agreed = await (await keyAgreement(secretKey))(publicKey)
  expect(agreed && Buffer.from(agreed)).toEqual(shared)
})

// Catches: a valid ballot that is void because the computer had no memory for its key, or a failure that ends the process.
test.each(FAILURES)('where a library that was good %s, the other one is asked', async (_, agree) => {
  const agreement = await keyAgreement(secretKey)
  other.agree = agree
  const agreed = await agreement(publicKey)
  expect(agreed && Buffer.from(agreed)).toEqual(shared)
  expect(await agreement(new Uint8Array(32))).toBeNull()
})
