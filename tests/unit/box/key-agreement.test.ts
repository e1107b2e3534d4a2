import { x25519 } from '@noble/curves/ed25519.js'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { keyAgreement } from '#electron/host/box/key-agreement.ts'

const bytes = fc.uint8Array({ minLength: 32, maxLength: 32 })

/** What both have in common by the ballot page's library, or that it is nothing. */
function onThePage(secretKey: Uint8Array, publicKey: Uint8Array): string {
  try {
    return Buffer.from(x25519.getSharedSecret(secretKey, publicKey)).toString('hex')
  } catch {
    return 'none'
  }
}

/** The same by the host's. */
async function onTheHost(secretKey: Uint8Array, publicKey: Uint8Array): Promise<string> {
  const agreed = await (await keyAgreement(secretKey))(publicKey)
  return agreed ? Buffer.from(agreed).toString('hex') : 'none'
}

describe('the host’s key agreement', () => {
  // Catches: a library that agrees on something else than the phone did, for any bytes a phone may send: a valid ballot
  // would be void. Also bytes that are no reduced or no proper key, which anyone may post.
  test('is the one of the ballot page', async () => {
    await fc.assert(
      fc.asyncProperty(bytes, bytes, async (secretKey, publicKey) => {
        expect(await onTheHost(secretKey, publicKey)).toBe(onThePage(secretKey, publicKey))
      }),
    )
  })

  // Catches: a key of low order taken for one: its secret is known to everybody.
  test.each([
    ['0', '00'.repeat(32)],
    ['1', `01${'00'.repeat(31)}`],
    ['of order 8', 'e0eb7a7c3b41b8ae1656e3faf19fc46ada098deb9c32b1fd866205165f49b800'],
    ['p − 1', `ec${'ff'.repeat(30)}7f`],
    ['p', `ed${'ff'.repeat(30)}7f`],
  ])('refuses a public key of low order: %s', async (_, hex) => {
    expect(await onTheHost(new Uint8Array(32).fill(7), Buffer.from(hex, 'hex'))).toBe('none')
  })
})
