import type { RandomBytes } from './random-bytes.ts'

/** Small whole numbers, as narrow as they allow. */
export type Numbers = Uint8Array | Uint16Array | Uint32Array

// Many words at a time: a system call for each would be the slowest part of a count.
const BATCH_WORDS = 2 ** 14
const SPAN = 2 ** 16
// Above this too many of the 16-bit words would be unfair and passed over; two of them then make one draw.
const MOST_SHORT = 2 ** 11

type Words = { list: Uint16Array; used: number }

/**
 * Puts numbers into an order that nobody could foretell, in place (Fisher and Yates, every order equally likely): those
 * from `start` up to but not including `end`, among themselves. One shuffler serves many lists, each shuffled on its own.
 *
 * A number below a limit is the upper half of the product `word × limit`; a word is passed over where the lower half shows
 * it to be one of the few too many (D. Lemire, Fast Random Integer Generation in an Interval, 2019).
 */
export function shuffler(random: RandomBytes): (values: Numbers, start: number, end: number) => void {
  const words: Words = { list: new Uint16Array(0), used: 0 }
  return (values, start, end) => {
    let last = end - 1
    while (last > start) {
      const isShort = last - start < MOST_SHORT
      if (words.list.length - words.used < (isShort ? 1 : 2)) {
        words.list = wordsOf(random(2 * BATCH_WORDS))
        words.used = 0
      }
      last = isShort ? swapShort(values, start, last, words) : swapLong(values, start, last, words)
    }
  }
}

/** Swaps from `last` downwards, a word for each, until a word was passed over or all are used; answers how far it came. */
function swapShort(values: Numbers, start: number, last: number, words: Words): number {
  const { list } = words
  let next = words.used
  let place = last
  for (const stop = Math.max(start, last - (list.length - next)); place > stop; place--) {
    const limit = place - start + 1
    const product = (list[next++] ?? 0) * limit
    const lower = product & (SPAN - 1)
    if (lower < limit && lower < SPAN % limit) break
    const other = start + (product >>> 16)
    const moved = values[place] ?? 0
    values[place] = values[other] ?? 0
    values[other] = moved
  }
  words.used = next
  return place
}

/** The same with two words for each, while limits are long. */
function swapLong(values: Numbers, start: number, last: number, words: Words): number {
  const { list } = words
  let next = words.used
  let place = last
  for (const stop = Math.max(start + MOST_SHORT - 1, last - ((list.length - next) >> 1)); place > stop; place--) {
    const limit = place - start + 1
    const high = list[next++] ?? 0
    const low = list[next++] ?? 0
    const lower = Math.imul((high << 16) | low, limit) >>> 0
    if (lower < limit && lower < SPAN ** 2 % limit) break
    const drawn =
      limit <= SPAN
        ? (Math.imul(high, limit) + (Math.imul(low, limit) >>> 16)) >>> 16
        : Math.floor((high * limit + Math.floor((low * limit) / SPAN)) / SPAN)
    const other = start + drawn
    const moved = values[place] ?? 0
    values[place] = values[other] ?? 0
    values[other] = moved
  }
  words.used = next
  return place
}

/** Bytes as words; copied where they begin at an odd place of their memory, where no words can. */
function wordsOf(bytes: Uint8Array): Uint16Array {
  const { buffer, byteOffset, length } = bytes.byteOffset % 2 === 0 ? bytes : bytes.slice()
  return new Uint16Array(buffer, byteOffset, length / 2)
}

/** The same items in an order that nobody could foretell. */
export function shuffled<T>(items: readonly T[], random: RandomBytes): T[] {
  const order = Uint32Array.from(items.keys())
  shuffler(random)(order, 0, order.length)
  return [...order].flatMap(index => items.slice(index, index + 1))
}
