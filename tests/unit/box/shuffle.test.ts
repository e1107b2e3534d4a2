import { describe, expect, test } from 'vitest'
import { secureRandom } from '#electron/host/urn/secure-random.ts'
import type { RandomBytes } from '#shared/domain/ballot/random-bytes.ts'
import { shuffled, shuffler } from '#shared/domain/ballot/shuffle.ts'

/** These 16-bit words as random bytes, one after the other, low byte first; then such as no limit passes over. */
function wordsInTurn(words: readonly number[]): RandomBytes {
  let used = 0
  return length => {
    const start = used
    used += length
    return Uint8Array.from({ length }, (_, byte) => (words[(start + byte) >> 1] ?? 0xffff) >> (8 * (byte & 1)))
  }
}

/** The numbers 0 … `length − 1` in the order that these random bytes give. */
function shuffledUpTo(length: number, random: RandomBytes): readonly number[] {
  return shuffled([...Array(length).keys()], random)
}

describe('a shuffle', () => {
  // Catches: words used that favour a place. 65,536 is no multiple of 3: one word of them all must be drawn again (here 0).
  test('gives every place the same number of random words', () => {
    const every = Array.from({ length: 65_535 }, (_, index) => index + 1)
    const insert = shuffler(wordsInTurn([0, ...every]))
    const drawn = every.map(() => {
      const numbers = Uint8Array.of(0, 1, 9)
      insert({ numbers, apart: 0, length: 2 }, Uint8Array.of(2), 0, 1)
      return numbers.indexOf(2)
    })
    expect([0, 1, 2].map(place => drawn.filter(each => each === place).length)).toEqual([21_845, 21_845, 21_845])
  })

  // Catches: one 16-bit word for a list that is longer than such words go; numbers lost or doubled.
  test('reaches every place of a list of 150,000', () => {
    const length = 150_000
    const values = shuffledUpTo(length, secureRandom)
    expect(values.toSorted((a, b) => a - b)).toEqual([...Array(length).keys()])
    // Of each third a third goes to each third: 16,667 expected, deviation 86; six of them never happen.
    const third = length / 3
    for (const from of [0, 1, 2])
      for (const to of [0, 1, 2]) {
        const place = values.slice(to * third, (to + 1) * third)
        const moved = place.filter(value => Math.floor(value / third) === from).length
        expect(Math.abs(moved - third / 3)).toBeLessThan(520)
      }
  })

  // Catches: the upper half of a long product worked out in too few bits. Each draw's place is told by the words alone.
  test.each([2 ** 13, 2 ** 15, 2 ** 16 - 1, 2 ** 16, 70_000])('draws one of more than %d places exactly', length => {
    for (const word of [0x1234_5678, 0xffff_ffff, 0x8000_0000, 0x0001_0000]) {
      const numbers = Uint32Array.from({ length: length + 1 }, (_, index) => index)
      const drawn = Number((BigInt(word) * BigInt(length + 1)) >> 32n)
      shuffler(wordsInTurn([word >>> 16, word & 0xffff]))({ numbers, apart: 0, length }, Uint32Array.of(999_999), 0, 1)
      expect(numbers.indexOf(999_999)).toBe(drawn)
    }
  })

  // Catches: lists side by side of which one reaches into the next; one draw for all of them.
  test('puts each value into its own list, by a draw of its own', () => {
    const apart = 40
    const lists = 64
    const numbers = new Uint8Array(lists * apart).fill(255)
    const insert = shuffler(secureRandom)
    for (let length = 0; length < apart - 1; length++)
      insert({ numbers, apart, length }, new Uint8Array(lists + 3).fill(length), 3, lists)
    const orders = Array.from({ length: lists }, (_, list) => [...numbers.subarray(list * apart, (list + 1) * apart)])
    for (const order of orders) expect(order.toSorted((a, b) => a - b)).toEqual([...Array(apart - 1).keys(), 255])
    expect(new Set(orders.map(String)).size).toBe(lists)
  })
})
