import type { RandomBytes } from './random-bytes.ts'

const WORDS_AT_ONCE = 1024

/** Random 32-bit words, drawn many at a time: a system call for each would be the slowest part of a count. */
function wordsFrom(random: RandomBytes): () => number {
  let bytes: Uint8Array = new Uint8Array(0)
  let view = new DataView(bytes.buffer)
  let next = 0
  return () => {
    if (next >= bytes.length) {
      bytes = random(WORDS_AT_ONCE * 4)
      view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
      next = 0
    }
    next += 4
    return view.getUint32(next - 4, true)
  }
}

/**
 * Puts lists of numbers into an order that nobody could foretell, in place (Fisher and Yates, every order equally
 * likely). One shuffler serves many lists, each shuffled on its own.
 */
export function shuffler(random: RandomBytes): (values: Uint32Array) => void {
  const word = wordsFrom(random)
  return values => {
    for (let last = values.length - 1; last > 0; last--) {
      const limit = last + 1
      const fair = 2 ** 32 - (2 ** 32 % limit)
      let drawn = word()
      while (drawn >= fair) drawn = word()
      const other = drawn % limit
      const moved = values[last] ?? 0
      values[last] = values[other] ?? 0
      values[other] = moved
    }
  }
}

/** The same items in an order that nobody could foretell. */
export function shuffled<T>(items: readonly T[], random: RandomBytes): T[] {
  const order = Uint32Array.from(items.keys())
  shuffler(random)(order)
  return [...order].flatMap(index => items.slice(index, index + 1))
}
