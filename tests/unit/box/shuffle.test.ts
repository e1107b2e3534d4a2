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

/** Where the 1 stands in a list of three. */
function placeOf(numbers: Uint8Array, start: number): number {
  return numbers[start] === 1 ? 0 : numbers[start + 1] === 1 ? 1 : 2
}

describe('a shuffle', () => {
  // Catches: words used that favour a place. 65,536 is no multiple of 129: four words of them all must be drawn again.
  test('gives every place the same number of random words', () => {
    const insert = shuffler(wordsInTurn(Array.from({ length: 65_536 }, (_, word) => word)))
    const drawn = new Array<number>(129).fill(0)
    for (let draw = 0; draw < 65_532; draw++) {
      const numbers = new Uint8Array(129)
      insert({ numbers, apart: 0, length: 128 }, Uint8Array.of(1), 0, 1, 1)
      drawn[numbers.indexOf(1)] = (drawn[numbers.indexOf(1)] ?? 0) + 1
    }
    expect(new Set(drawn)).toEqual(new Set([508]))
  })

  // Catches: of two numbers from one word, one that favours a place, or one that tells of the other. Of all 2^24 words one,
  // 0, must be drawn again for 3 × 3 places.
  test('gives every pair of places the same number of random words', () => {
    let word = 0
    const insert = shuffler(length => {
      const words = new Uint32Array(length / 4)
      for (let index = 0; index < words.length; index++) words[index] = word++
      return new Uint8Array(words.buffer)
    })
    const lists = 2 * 4095
    const drawn = new Float64Array(9)
    const values = new Uint8Array(lists).fill(1)
    const numbers = new Uint8Array(3 * lists)
    for (let left = 2 ** 24 - 1; left > 0; left -= lists / 2) {
      numbers.fill(0)
      insert({ numbers, apart: 3, length: 2 }, values, 0, lists, 1)
      for (let list = 0; list < 3 * lists; list += 6) {
        const pair = 3 * placeOf(numbers, list) + placeOf(numbers, list + 3)
        drawn[pair] = (drawn[pair] ?? 0) + 1
      }
    }
    expect(new Set(drawn)).toEqual(new Set([(2 ** 24 - 1) / 9]))
  })

  // Catches: a product that outgrows 31 bits, at any limit; a word taken that is one too many, or passed over that is not.
  test('draws two of up to 128 places each exactly', () => {
    for (const limit of [2, 3, 11, 90, 127, 128]) {
      const both = limit ** 2
      for (const pair of [0, 1, limit, both >> 1, both - 1])
        for (const more of [0, 1, 2]) {
          const word = Math.ceil((pair * 2 ** 24) / both) + more
          const fair = (word * both) % 2 ** 24 >= 2 ** 24 % both
          const drawn = Math.floor((fair ? word : 2 ** 24 - 1) * both * 2 ** -24)
          const numbers = new Uint8Array(2 * limit)
          const random = wordsInTurn([word & 0xffff, 0xab00 | (word >>> 16), 0xffff, 0xffff])
          shuffler(random)({ numbers, apart: limit, length: limit - 1 }, Uint8Array.of(1, 1), 0, 2, 1)
          const places = [numbers.indexOf(1), numbers.lastIndexOf(1) - limit]
          expect(places).toEqual([Math.floor(drawn / limit), drawn % limit])
        }
    }
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
  test.each([2 ** 15, 2 ** 16 - 1, 2 ** 16, 70_000])('draws one of more than %d places exactly', length => {
    for (const word of [0x1234_5678, 0xffff_ffff, 0x8000_0000, 0x0001_0000]) {
      const numbers = Uint32Array.from({ length: length + 1 }, (_, index) => index)
      const drawn = Number((BigInt(word) * BigInt(length + 1)) >> 32n)
      shuffler(wordsInTurn([word & 0xffff, word >>> 16]))(
        { numbers, apart: 0, length },
        Uint32Array.of(999_999),
        0,
        1,
        1,
      )
      expect(numbers.indexOf(999_999)).toBe(drawn)
    }
  })

  // Catches: a word passed over in the midst of a row of lists that loses or doubles a number, or shifts the lists after it;
  // words that run out there; a product that outgrows 31 bits.
  test.each([128, 8191, 20_000, 32_760])('puts numbers into lists of %d as the words say, one by one', length => {
    const [count, times] = [5, 7]
    const apart = length + times
    const words = Array.from({ length: 60 }, (_, index) => (index * 40_503 + 65_535) % 65_536)
    const values = Uint32Array.from({ length: count * times }, (_, index) => 1_000_000 + index)
    const numbers = Uint32Array.from({ length: count * apart }, (_, index) => index)
    const expected = [...numbers]
    const left = [...words]
    values.forEach((value, index) => {
      const [limit, start] = [length + Math.floor(index / count) + 1, (index % count) * apart]
      let word = left.shift() ?? 0
      while ((word * limit) % 65_536 < 65_536 % limit) word = left.shift() ?? 0
      const place = start + Math.floor((word * limit) / 65_536)
      expected[start + limit - 1] = expected[place] ?? 0
      expected[place] = value
    })
    const inPieces = wordsInTurn(words)
    const pieces: RandomBytes = length => inPieces(Math.min(length, 44))
    shuffler(pieces)({ numbers, apart, length }, values, 0, count, times)
    expect([...numbers]).toEqual(expected)
  })

  // Catches: lists side by side of which one reaches into the next; one draw for all of them.
  test('puts each value into its own list, by a draw of its own', () => {
    const apart = 40
    const lists = 64
    const numbers = new Uint8Array(lists * apart).fill(255)
    const insert = shuffler(secureRandom)
    for (let length = 0; length < apart - 1; length++)
      insert({ numbers, apart, length }, new Uint8Array(lists + 3).fill(length), 3, lists, 1)
    const orders = Array.from({ length: lists }, (_, list) => [...numbers.subarray(list * apart, (list + 1) * apart)])
    for (const order of orders) expect(order.toSorted((a, b) => a - b)).toEqual([...Array(apart - 1).keys(), 255])
    expect(new Set(orders.map(String)).size).toBe(lists)
  })

  // Catches: a value lost or doubled where the way of drawing changes, where words run out, where an odd one is left over.
  test.each([
    [5, 300],
    [1, 200],
    [3, 8_400],
    [9_001, 3],
  ])('puts %d values into as many lists, %d times', (count, times) => {
    const values = Uint32Array.from({ length: 2 + count * times }, (_, index) => index)
    const numbers = new Uint32Array(count * times)
    shuffler(secureRandom)({ numbers, apart: times, length: 0 }, values, 2, count, times)
    for (let list = 0; list < count; list++) {
      const expected = Array.from({ length: times }, (_, time) => 2 + time * count + list)
      expect([...numbers.subarray(list * times, (list + 1) * times)].sort((a, b) => a - b)).toEqual(expected)
    }
  })
})
