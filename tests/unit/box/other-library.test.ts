import type { diffieHellman } from 'node:crypto'
import { x25519 } from '@noble/curves/ed25519.js'
import { expect, test, vi } from 'vitest'
import { keyAgreement } from '#electron/host/box/key-agreement.ts'

type Native = typeof diffieHellman
type Callback = (error: Error | null, secret: Buffer) => void

const native = vi.hoisted(() => ({ agree: (_callback: Callback): void => undefined }))
vi.mock('node:crypto', async original => ({
  ...(await original<typeof import('node:crypto')>()),
  diffieHellman: ((_keys: unknown, callback: Callback) => native.agree(callback)) as Native,
}))

const secretKey = new Uint8Array(32).fill(7)
const publicKey = x25519.getPublicKey(new Uint8Array(32).fill(9))

// Catches: a runtime whose X25519 is another's being believed: every valid ballot would be void, and the votes lost.
test.each<[string, (callback: Callback) => void]>([
  ['agrees on something else', callback => callback(null, Buffer.alloc(32, 1))],
  ['fails', callback => callback(new Error('no X25519'), Buffer.alloc(0))],
  [
    'throws',
    () => {
      throw new Error('no X25519')
    },
  ],
])('a library that %s is not used', async (_, agree) => {
  native.agree = agree
  const agreed = await (await keyAgreement(secretKey))(publicKey)
  expect(agreed && Buffer.from(agreed)).toEqual(Buffer.from(x25519.getSharedSecret(secretKey, publicKey)))
})
