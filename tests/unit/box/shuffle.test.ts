import { describe, expect, test } from 'vitest'
import { secureRandom } from '#electron/host/urn/secure-random.ts'
import type { RandomBytes } from '#shared/domain/ballot/random-bytes.ts'
import { shuffler } from '#shared/domain/ballot/shuffle.ts'

/** These 16-bit words as random bytes, one after the other, low byte first; then such as no limit passes over. */
function wordsInTurn(words: readonly number[]): RandomBytes {
  let used = 0
  return length => {
    const start = used
    used += length
    return Uint8Array.from({ length }, (_, byte) => (words[(start + byte) >> 1] ?? 0xffff) >> (8 * (byte & 1)))
  }
}

describe('a shuffle', () => {
  // Catches: words used that favour a place. 65,536 is no multiple of 3: one word of them all must be drawn again (here 0).
  test('gives every place the same number of random words', () => {
    const every = Array.from({ length: 65_535 }, (_, index) => index + 1)
    // After each word one more for the choice between the two that are left.
    const shuffle = shuffler(wordsInTurn([0, ...every.flatMap(word => [word, 0])]))
    const drawn = every.map(() => {
      const values = Uint8Array.of(0, 1, 2)
      shuffle(values, 0, 3)
      return values[2] ?? -1
    })
    expect([0, 1, 2].map(place => drawn.filter(each => each === place).length)).toEqual([21_845, 21_845, 21_845])
  })

  // Catches: one 16-bit word for a list that is longer than such words go; numbers lost or doubled.
  test('reaches every place of a list of 150,000', () => {
    const length = 150_000
    const values = Uint32Array.from({ length }, (_, index) => index)
    shuffler(secureRandom)(values, 0, length)
    expect(values.toSorted()).toEqual(Uint32Array.from({ length }, (_, index) => index))
    // Of each third a third goes to each third: 16,667 expected, deviation 86; six of them never happen.
    const third = length / 3
    for (const from of [0, 1, 2])
      for (const to of [0, 1, 2]) {
        const place = values.subarray(to * third, (to + 1) * third)
        const moved = place.filter(value => Math.floor(value / third) === from).length
        expect(Math.abs(moved - third / 3)).toBeLessThan(520)
      }
  })

  // Catches: the upper half of a long product worked out in too few bits. Each draw's place is told by the words alone.
  test.each([2 ** 11 + 1, 2 ** 15 + 1, 2 ** 16, 2 ** 16 + 1, 70_001])('draws from %d exactly', length => {
    for (const word of [0x1234_5678, 0xffff_ffff, 0x8000_0000, 0x0001_0000]) {
      const values = Uint32Array.from({ length }, (_, index) => index)
      const drawn = Number((BigInt(word) * BigInt(length)) >> 32n)
      // The first swap is the draw; whatever comes after leaves the last place alone.
      shuffler(wordsInTurn([word >>> 16, word & 0xffff]))(values, 0, length)
      expect(values[length - 1]).toBe(drawn)
    }
  })

  // Catches: a pile shuffled together with the one beside it.
  test('leaves alone what stands outside its bounds', () => {
    const values = Uint8Array.from({ length: 30 }, (_, index) => index)
    shuffler(secureRandom)(values, 10, 20)
    expect([...values.subarray(0, 10), ...values.subarray(20)]).toEqual(
      [...Array(30).keys()].filter(value => value < 10 || value >= 20),
    )
    expect([...values.subarray(10, 20)].sort((a, b) => a - b)).toEqual([...Array(10).keys()].map(value => value + 10))
  })
})
