import type { Numbers } from '#shared/lib/numbers.ts'
import type { RandomBytes } from './random-bytes.ts'

// Many words at a time: a system call for each would be the slowest part of a count.
const BATCH_BYTES = 2 ** 15
const SPAN = 2 ** 16
// A word of which two numbers are drawn, and the lists up to which it is long enough: the product stays below 2^31.
const PAIR_SPAN = 2 ** 24
const MOST_PAIRED = 2 ** 7
// Above this too many of the 16-bit words would be unfair and passed over; two of them then make one draw.
const MOST_SHORT = 2 ** 15

/** Lists side by side: the first begins at 0, each of the others `apart` after the one before; all hold `length` numbers. */
export type Lists = { readonly numbers: Numbers; readonly apart: number; readonly length: number }

/**
 * Puts `count` of `values`, from `from` on, each into one of as many lists, then the `count` after them, and so on: `times`
 * times, after which each list is so many numbers longer.
 */
export type Insert = (lists: Lists, values: Numbers, from: number, count: number, times: number) => void

/** Random bytes as words of 16 and of 32 bits; `used` counts the short ones. */
type Words = { bytes: Uint8Array; short: Uint16Array; long: Uint32Array; used: number }

/**
 * Builds lists in an order that nobody could foretell: each number goes to a place of its list drawn for it alone, and what
 * stood there to the end (Fisher and Yates, inside out: every order equally likely, and each list's its own).
 *
 * A number below a limit is the upper part of the product `word × limit`; a word is passed over where the lower part shows
 * it to be one of the few too many (D. Lemire, Fast Random Integer Generation in an Interval, 2019). The lower part is a word
 * itself: below a small limit a second number is drawn from it (N. Brackett-Rozinsky and D. Lemire, Batched Ranged Random
 * Integer Generation, 2024).
 */
export function shuffler(random: RandomBytes): Insert {
  const words: Words = { bytes: new Uint8Array(0), short: new Uint16Array(0), long: new Uint32Array(0), used: 0 }
  return (lists, values, from, count, times) => {
    const all = count * times
    for (let done = 0; done < all; ) {
      const length = lists.length + Math.floor(done / count)
      const isShort = length >= MOST_PAIRED && length < MOST_SHORT
      if (words.short.length - words.used < (isShort ? 1 : 2)) refill(words, random)
      done =
        length < MOST_PAIRED
          ? insertPairs(lists, values, from, count, done, Math.min(all, (MOST_PAIRED - lists.length) * count), words)
          : isShort
            ? insertShort(lists, values, from, count, done, Math.min(all, (MOST_SHORT - lists.length) * count), words)
            : insertLong(lists, values, from, count, done, all, words)
    }
  }
}

function refill(words: Words, random: RandomBytes): void {
  words.bytes = random(BATCH_BYTES, words.bytes)
  const { buffer, byteOffset, length } = aligned(words.bytes)
  words.short = new Uint16Array(buffer, byteOffset, length / 2)
  words.long = new Uint32Array(buffer, byteOffset, length / 4)
  words.used = 0
}

// The loops below go on from number to number and from time to time by themselves, and call nothing: only so are they fast.

/** Half a word for each number up to `stop`, until a word is passed over or all are used; answers how far it came. */
function insertPairs(
  { numbers, apart, length: before }: Lists,
  values: Numbers,
  from: number,
  count: number,
  done: number,
  stop: number,
  words: Words,
): number {
  const { long } = words
  let next = (words.used + 1) >> 1
  let length = before + Math.floor(done / count)
  let start = (done % count) * apart
  let at = from + done
  let end = at - (done % count)
  while (at < from + stop && next < long.length) {
    const limit = length + 1
    const unfair = PAIR_SPAN % (limit * limit)
    end += count
    const last = Math.min(end, at + 2 * (long.length - next)) - 1
    for (; at < last; at += 2) {
      const first = Math.imul((long[next++] ?? 0) & (PAIR_SPAN - 1), limit)
      const second = Math.imul(first & (PAIR_SPAN - 1), limit)
      if ((second & (PAIR_SPAN - 1)) < unfair) {
        words.used = 2 * next
        return at - from
      }
      const place = start + (first >>> 24)
      numbers[start + length] = numbers[place] ?? 0
      numbers[place] = values[at] ?? 0
      start += apart
      const other = start + (second >>> 24)
      numbers[start + length] = numbers[other] ?? 0
      numbers[other] = values[at + 1] ?? 0
      start += apart
    }
    if (at === end - 1 && next < long.length) {
      const only = Math.imul((long[next++] ?? 0) & (PAIR_SPAN - 1), limit)
      if ((only & (PAIR_SPAN - 1)) < PAIR_SPAN % limit) break
      const place = start + (only >>> 24)
      numbers[start + length] = numbers[place] ?? 0
      numbers[place] = values[at++] ?? 0
    }
    start = 0
    length++
  }
  words.used = 2 * next
  return at - from
}

/** The same with a short word for each. */
function insertShort(
  { numbers, apart, length: before }: Lists,
  values: Numbers,
  from: number,
  count: number,
  done: number,
  stop: number,
  words: Words,
): number {
  const { short } = words
  let next = words.used
  let length = before + Math.floor(done / count)
  let start = (done % count) * apart
  let at = from + done
  let end = at - (done % count) + count
  while (at < from + stop && next < short.length) {
    const limit = length + 1
    const unfair = SPAN % limit
    const last = Math.min(end, at + short.length - next)
    for (; at < last; at++) {
      const product = Math.imul(short[next++] ?? 0, limit)
      if ((product & (SPAN - 1)) < unfair) break
      const place = start + (product >>> 16)
      numbers[start + length] = numbers[place] ?? 0
      numbers[place] = values[at] ?? 0
      start += apart
    }
    if (at < end) continue
    end += count
    start = 0
    length++
  }
  words.used = next
  return at - from
}

/** The same with a long word for each. */
function insertLong(
  { numbers, apart, length: before }: Lists,
  values: Numbers,
  from: number,
  count: number,
  done: number,
  stop: number,
  words: Words,
): number {
  const { long } = words
  let next = (words.used + 1) >> 1
  let length = before + Math.floor(done / count)
  let start = (done % count) * apart
  let at = from + done
  let end = at - (done % count)
  while (at < from + stop && next < long.length) {
    const limit = length + 1
    const unfair = SPAN ** 2 % limit
    end += count
    const last = Math.min(end, at + long.length - next)
    for (; at < last; at++) {
      const word = long[next++] ?? 0
      if (Math.imul(word, limit) >>> 0 < unfair) {
        words.used = 2 * next
        return at - from
      }
      const high = word >>> 16
      const low = word & (SPAN - 1)
      const drawn =
        limit <= SPAN
          ? (Math.imul(high, limit) + (Math.imul(low, limit) >>> 16)) >>> 16
          : Math.floor((high * limit + Math.floor((low * limit) / SPAN)) / SPAN)
      const place = start + drawn
      numbers[start + length] = numbers[place] ?? 0
      numbers[place] = values[at] ?? 0
      start += apart
    }
    start = 0
    length++
  }
  words.used = 2 * next
  return at - from
}

/** Bytes, copied where they begin at a place of their memory where words cannot. */
function aligned(bytes: Uint8Array): Uint8Array {
  return bytes.byteOffset % 4 === 0 ? bytes : bytes.slice()
}

/** The same items in an order that nobody could foretell. */
export function shuffled<T>(items: readonly T[], random: RandomBytes): T[] {
  const insert = shuffler(random)
  const places = Uint32Array.from(items.keys())
  const order = new Uint32Array(items.length)
  for (const length of places) insert({ numbers: order, apart: 0, length }, places, length, 1, 1)
  return [...order].flatMap(index => items.slice(index, index + 1))
}
