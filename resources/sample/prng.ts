/** A tiny seeded generator (mulberry32): the sample must come out the same on every machine and in every year. */
export type Prng = {
  /** A number from 0 up to, not including, 1. */
  readonly next: () => number
  /** A whole number, both ends included. */
  readonly int: (low: number, high: number) => number
  readonly chance: (probability: number) => boolean
  /** The list in another order. */
  readonly shuffle: <T>(list: readonly T[]) => T[]
  /** Draws from the list without repeating anything before all of it was drawn. */
  readonly deck: <T>(list: readonly T[]) => () => T
}

export function prng(seed: number): Prng {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const int = (low: number, high: number): number => low + Math.floor(next() * (high - low + 1))
  const shuffle = <T>(list: readonly T[]): T[] => {
    const shuffled = [...list]
    for (let index = shuffled.length - 1; index > 0; index--) {
      const other = int(0, index)
      const [a, b] = [shuffled[index], shuffled[other]]
      if (a !== undefined && b !== undefined) {
        shuffled[index] = b
        shuffled[other] = a
      }
    }
    return shuffled
  }
  const deck = <T>(list: readonly T[]): (() => T) => {
    let left: T[] = []
    return () => {
      if (left.length === 0) left = shuffle(list)
      const card = left.pop()
      if (card === undefined) throw new RangeError('an empty deck')
      return card
    }
  }
  return { next, int, chance: probability => next() < probability, shuffle, deck }
}
