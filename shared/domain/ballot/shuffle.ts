import type { RandomBytes } from './random-bytes.ts'

/** Small whole numbers, as narrow as they allow. */
export type Numbers = Uint8Array | Uint16Array | Uint32Array

const BATCH_WORDS = 2 ** 13
const SPAN = 2 ** 16
// Above this too many of the 16-bit words would be thrown away as unfair; two of them make one draw.
const MOST_SHORT = 2 ** 14

/** Random 16-bit words, drawn many at a time: a system call for each would be the slowest part of a count. */
function wordsFrom(random: RandomBytes): () => number {
  let words = new Uint16Array(0)
  let next = 0
  return () => {
    if (next === words.length) {
      // Copied, since random bytes may begin at an odd place of their memory, where no words can.
      words = new Uint16Array(new Uint8Array(random(2 * BATCH_WORDS)).buffer)
      next = 0
    }
    return words[next++] ?? 0
  }
}

/**
 * Draws whole numbers from 0 to `limit − 1`, each equally likely. Short limits cost a multiplication and hardly ever a
 * division (D. Lemire, Fast Random Integer Generation in an Interval, 2019): of the `SPAN` products `word × limit` the
 * upper half is the number, and a word is drawn again where the lower half shows it to be one of the few too many.
 */
function drawFrom(random: RandomBytes): (limit: number) => number {
  const word = wordsFrom(random)
  return limit => {
    if (limit > MOST_SHORT) return drawLong(limit, word)
    let product = word() * limit
    if ((product & (SPAN - 1)) < limit) {
      const unfair = SPAN % limit
      while ((product & (SPAN - 1)) < unfair) product = word() * limit
    }
    return product >>> 16
  }
}

function drawLong(limit: number, word: () => number): number {
  const span = SPAN * SPAN
  const fair = span - (span % limit)
  for (;;) {
    const drawn = word() * SPAN + word()
    if (drawn < fair) return drawn % limit
  }
}

/**
 * Puts numbers into an order that nobody could foretell, in place (Fisher and Yates, every order equally likely): those
 * from `start` up to but not including `end`, among themselves. One shuffler serves many lists, each shuffled on its own.
 */
export function shuffler(random: RandomBytes): (values: Numbers, start: number, end: number) => void {
  const draw = drawFrom(random)
  return (values, start, end) => {
    for (let last = end - 1; last > start; last--) {
      const other = start + draw(last - start + 1)
      const moved = values[last] ?? 0
      values[last] = values[other] ?? 0
      values[other] = moved
    }
  }
}

/** The same items in an order that nobody could foretell. */
export function shuffled<T>(items: readonly T[], random: RandomBytes): T[] {
  const order = Uint32Array.from(items.keys())
  shuffler(random)(order, 0, order.length)
  return [...order].flatMap(index => items.slice(index, index + 1))
}
