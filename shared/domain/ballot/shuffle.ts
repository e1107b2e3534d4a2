import type { Numbers } from '#shared/lib/numbers.ts'
import type { RandomBytes } from './random-bytes.ts'

// Many words at a time: a system call for each would be the slowest part of a count.
const BATCH_WORDS = 2 ** 14
const SPAN = 2 ** 16
// Above this too many of the 16-bit words would be unfair and passed over; two of them then make one draw.
const MOST_SHORT = 2 ** 13

/** Lists side by side: the first begins at 0, each of the others `apart` after the one before; all hold `length` numbers. */
export type Lists = { readonly numbers: Numbers; readonly apart: number; readonly length: number }

/** Puts `count` of `values`, from `from` on, each into one of as many lists, which are one number longer then. */
export type Insert = (lists: Lists, values: Numbers, from: number, count: number) => void

type Words = { bytes: Uint8Array; list: Uint16Array; used: number }

/**
 * Builds lists in an order that nobody could foretell: each number goes to a place of its list drawn for it alone, and what
 * stood there to the end (Fisher and Yates, inside out: every order equally likely, and each list's its own).
 *
 * A number below a limit is the upper half of the product `word × limit`; a word is passed over where the lower half shows
 * it to be one of the few too many (D. Lemire, Fast Random Integer Generation in an Interval, 2019).
 */
export function shuffler(random: RandomBytes): Insert {
  const words: Words = { bytes: new Uint8Array(0), list: new Uint16Array(0), used: 0 }
  return (lists, values, from, count) => {
    const isShort = lists.length < MOST_SHORT
    let done = 0
    while (done < count) {
      if (words.list.length - words.used < (isShort ? 1 : 2)) {
        words.bytes = random(2 * BATCH_WORDS, words.bytes)
        words.list = wordsOf(words.bytes)
        words.used = 0
      }
      done = (isShort ? insertShort : insertLong)(lists, values, from, done, count, words)
    }
  }
}

/** A word for each number, until one was passed over or all are used; answers how far it came. */
function insertShort(
  { numbers, apart, length }: Lists,
  values: Numbers,
  from: number,
  done: number,
  count: number,
  words: Words,
): number {
  const { list } = words
  const limit = length + 1
  const unfair = SPAN % limit
  const stop = Math.min(count, done + list.length - words.used)
  let next = words.used
  let start = done * apart
  let index = done
  for (; index < stop; index++) {
    const product = (list[next++] ?? 0) * limit
    if ((product & (SPAN - 1)) < unfair) break
    const place = start + (product >>> 16)
    numbers[start + length] = numbers[place] ?? 0
    numbers[place] = values[from + index] ?? 0
    start += apart
  }
  words.used = next
  return index
}

/** The same with two words for each, where lists are long. */
function insertLong(
  { numbers, apart, length }: Lists,
  values: Numbers,
  from: number,
  done: number,
  count: number,
  words: Words,
): number {
  const { list } = words
  const limit = length + 1
  const unfair = SPAN ** 2 % limit
  const stop = Math.min(count, done + ((list.length - words.used) >> 1))
  let next = words.used
  let start = done * apart
  let index = done
  for (; index < stop; index++) {
    const high = list[next++] ?? 0
    const low = list[next++] ?? 0
    if (Math.imul((high << 16) | low, limit) >>> 0 < unfair) break
    const drawn =
      limit <= SPAN
        ? (Math.imul(high, limit) + (Math.imul(low, limit) >>> 16)) >>> 16
        : Math.floor((high * limit + Math.floor((low * limit) / SPAN)) / SPAN)
    const place = start + drawn
    numbers[start + length] = numbers[place] ?? 0
    numbers[place] = values[from + index] ?? 0
    start += apart
  }
  words.used = next
  return index
}

/** Bytes as words; copied where they begin at an odd place of their memory, where no words can. */
function wordsOf(bytes: Uint8Array): Uint16Array {
  const { buffer, byteOffset, length } = bytes.byteOffset % 2 === 0 ? bytes : bytes.slice()
  return new Uint16Array(buffer, byteOffset, length / 2)
}

/** The same items in an order that nobody could foretell. */
export function shuffled<T>(items: readonly T[], random: RandomBytes): T[] {
  const insert = shuffler(random)
  const places = Uint32Array.from(items.keys())
  const order = new Uint32Array(items.length)
  for (const length of places) insert({ numbers: order, apart: 0, length }, places, length, 1)
  return [...order].flatMap(index => items.slice(index, index + 1))
}
