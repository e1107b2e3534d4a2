import { createHash, createHmac } from 'node:crypto'
import { expect, test } from 'vitest'
import { encodeRoll, readRoll, rollKey } from '#electron/host/urn/slip-roll.ts'
import { slotHash } from '#electron/host/urn/slot.ts'

const key = Uint8Array.from({ length: 32 }, (_, index) => index)
const proof = (slip: number) => new Uint8Array(32).fill(slip)

// Catches: another hash than boxes hold that were made before (all their slips would be unknown, their ballots damaged), or
// another half of a draft's key (drafts on phones would be lost when the station is opened anew).
test('a slip, a draft and a slot are hashed as ever', () => {
  const hmac = (...parts: readonly (string | Uint8Array)[]) =>
    parts.reduce((sum, part) => sum.update(part), createHmac('sha256', key)).digest()
  const { hashOf, draftHalfOf } = rollKey(key)
  expect(hashOf(proof(7))).toEqual(hmac(proof(7)).subarray(0, 16))
  expect(Buffer.from(draftHalfOf(proof(7)))).toEqual(hmac('pingyi/draft/1\n', proof(7)))
  const sealed = new Uint8Array(700).fill(3)
  const slot = createHash('sha256').update('pingyi/slot/12\n').update(sealed).digest()
  expect(Buffer.from(slotHash(sealed, 12))).toEqual(slot)
})

// Catches: the place of the slip that was asked for before, given to another one.
test('a roll tells each slip from the others, asked in any order', () => {
  const bytes = encodeRoll(key, [[proof(1), proof(2)], [proof(3)]])
  const roll = readRoll(bytes, 3)
  const [one, two, three, strange] = [proof(1), proof(2), proof(3), proof(4)]
  const asked = [one, two, one, strange, one, three, strange].map(slip => roll?.find(slip))
  const [first, second] = [roll?.find(one), roll?.find(two)]
  expect(new Set([first, second])).toEqual(new Set([0, 1]))
  expect(asked).toEqual([first, second, first, undefined, first, 2, undefined])
})
