import { createPrivateKey, createPublicKey, diffieHellman, hkdfSync } from 'node:crypto'
import { chacha20poly1305, hchacha } from '@noble/ciphers/chacha.js'
import { describe, expect, test } from 'vitest'
import { secureRandom } from '#electron/host/urn/secure-random.ts'
import { ballotContext } from '#shared/domain/ballot/sealed/ballot-context.ts'
import { fingerprintOf, newBoxKey } from '#shared/domain/ballot/sealed/box-key.ts'
import { SEAL_BYTES, sealBallot } from '#shared/domain/ballot/sealed/seal-ballot.ts'
import { publicMeeting } from '#shared/domain/ballot/set-up/public-meeting.ts'
import { buildSetUp } from './build-set-up.ts'
import { openWith } from './open-with.ts'

const key = newBoxKey(secureRandom)
const context = Buffer.from('this box, this meeting, this group')
const plain = Uint8Array.from({ length: 64 }, (_, index) => index)
const open = (sealed: Uint8Array, bound: Uint8Array = context) => openWith(sealed, key, bound)

describe('a sealed ballot', () => {
  test('opens to what was sealed, and is longer by the same each time', () => {
    const sealed = sealBallot(plain, key.publicKey, context, secureRandom)
    expect(open(sealed)).toEqual(plain)
    expect(sealed).toHaveLength(plain.length + SEAL_BYTES)
  })

  // Catches: a cipher put together in a way of its own. Node's X25519 and HKDF take the library's place.
  test('is X25519, HKDF-SHA-256 and XChaCha20-Poly1305', () => {
    const sealed = sealBallot(plain, key.publicKey, context, secureRandom)
    const privateKey = createPrivateKey({
      key: Buffer.concat([Buffer.from('302e020100300506032b656e04220420', 'hex'), key.secretKey]),
      format: 'der',
      type: 'pkcs8',
    })
    const once = createPublicKey({
      key: Buffer.concat([Buffer.from('302a300506032b656e032100', 'hex'), sealed.slice(0, 32)]),
      format: 'der',
      type: 'spki',
    })
    const shared = diffieHellman({ privateKey, publicKey: once })
    const salt = Buffer.concat([sealed.slice(0, 32), key.publicKey])
    const derived = new Uint8Array(hkdfSync('sha256', shared, salt, context, 56))
    const words = (bytes: Uint8Array) => new Uint32Array(Uint8Array.from(bytes).buffer)
    const sub = new Uint32Array(8)
    const sigma = words(Buffer.from('expand 32-byte k'))
    hchacha(sigma, words(derived.slice(0, 32)), words(derived.slice(32, 48)), sub)
    const nonce = Buffer.concat([Buffer.alloc(4), derived.slice(48)])
    const cipher = chacha20poly1305(new Uint8Array(sub.buffer), Uint8Array.from(nonce), context)
    expect(cipher.decrypt(sealed.slice(32))).toEqual(plain)
  })

  // Catches: a ballot that can be changed, or that a station could move from one group or box to another.
  test('does not open when any byte is changed, or elsewhere', () => {
    const sealed = sealBallot(plain, key.publicKey, context, secureRandom)
    for (let place = 0; place < sealed.length; place++) {
      const changed = sealed.slice()
      changed[place] = (changed[place] ?? 0) ^ 1
      expect(open(changed)).toBeNull()
    }
    expect(open(sealed, Buffer.from('another group'))).toBeNull()
    expect(open(sealed.slice(1))).toBeNull()
    expect(open(new Uint8Array(0))).toBeNull()
    expect(open(new Uint8Array(sealed.length))).toBeNull()
    const other = newBoxKey(secureRandom)
    expect(openWith(sealed, other, context)).toBeNull()
  })

  // Catches: the same marks giving the same bytes, or a nonce or key used twice.
  test('of the same marks has nothing in common with another', () => {
    const [a, b] = [0, 1].map(() => sealBallot(plain, key.publicKey, context, secureRandom))
    const same = [...(a ?? [])].filter((byte, index) => byte === b?.[index]).length
    expect(same).toBeLessThan(10)
  })

  test('is bound to the box, the group and every name on the list', () => {
    const meeting = publicMeeting(buildSetUp())
    const contexts = [
      ballotContext('00', meeting, 'A'),
      ballotContext('01', meeting, 'A'),
      ballotContext('00', meeting, 'B'),
      ballotContext('00', { ...meeting, instructors: [...meeting.instructors].reverse() }, 'A'),
      ballotContext('00', { ...meeting, limits: { excellent: 1 } }, 'A'),
    ]
    expect(new Set(contexts.map(bytes => Buffer.from(bytes).toString('hex'))).size).toBe(contexts.length)
  })

  test('a meeting sent over the network is bound alike', () => {
    const meeting = publicMeeting(buildSetUp({ limits: { excellent: 1 } }))
    const received = JSON.parse(JSON.stringify(meeting))
    expect(ballotContext('00', received, 'A')).toEqual(ballotContext('00', meeting, 'A'))
  })
})

test('a fingerprint is five blocks that change with the key', () => {
  expect(fingerprintOf(key.publicKey)).toMatch(/^[0-9A-F]{4}(-[0-9A-F]{4}){4}$/)
  expect(fingerprintOf(newBoxKey(secureRandom).publicKey)).not.toBe(fingerprintOf(key.publicKey))
})
