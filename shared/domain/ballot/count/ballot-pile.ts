import { type Numbers, numbersUpTo } from '#shared/lib/numbers.ts'

/** Ballots one after the other, each with its numbers on the `width` rows of one strip, from `start` on. */
export type Run = {
  readonly numbers: Numbers
  readonly start: number
  readonly width: number
  readonly ballots: number
}

/** Whole ballots in a pile, each as one number per row. */
export type Ballots = {
  readonly length: number
  /** A ballot by its place, whole. */
  readonly at: (place: number) => Numbers | undefined
  /** The same ballots, in their order, on the `STRIP` rows from `STRIP × strip` on (the last strip may be narrower). */
  readonly runs: (strip: number) => readonly Run[]
}

export type BallotPile = Ballots & { readonly add: (rows: Numbers) => void }

/** How many rows lie side by side: they are cut off together, and their piles lie in the processor's nearer memory. */
export const STRIP = 32
const BLOCK = 2 ** 17

/**
 * An empty pile for ballots of `rows` numbers up to `largest`, which takes as much memory as the numbers need and no more: a
 * million ballots of 24 marks are 24 MB, as single lists they were more than ten times that. Within a block strip lies after
 * strip: a count goes through its memory once, from front to back.
 */
export function ballotPile(rows: number, largest: number): BallotPile {
  const each = Math.max(1, Math.floor(BLOCK / Math.max(1, rows)))
  const blocks: Numbers[] = []
  let length = 0
  const stripAt = (first: number, ballot: number) => {
    const width = Math.min(STRIP, rows - first)
    return { width, start: first * each + ballot * width }
  }
  return {
    get length() {
      return length
    },
    at: place => {
      const block = place < length ? blocks[Math.floor(place / each)] : undefined
      if (!block) return undefined
      const ballot = numbersUpTo(largest, rows)
      for (let first = 0; first < rows; first += STRIP) {
        const { width, start } = stripAt(first, place % each)
        ballot.set(block.subarray(start, start + width), first)
      }
      return ballot
    },
    runs: strip =>
      blocks.map((numbers, index) => ({
        numbers,
        ...stripAt(strip * STRIP, 0),
        ballots: Math.min(each, length - index * each),
      })),
    add: ballot => {
      if (ballot.length !== rows) throw new RangeError(`a ballot of ${ballot.length} rows in a pile of ${rows}`)
      if (length % each === 0) blocks.push(numbersUpTo(largest, each * rows))
      for (let first = 0; first < rows; first += STRIP)
        blocks.at(-1)?.set(ballot.subarray(first, first + STRIP), stripAt(first, length % each).start)
      length++
    },
  }
}

/** Several piles as one, in their order; nothing is copied. */
export function joinPiles(piles: readonly Ballots[]): Ballots {
  const [only] = piles
  if (only && piles.length === 1) return only
  return {
    length: piles.reduce((sum, pile) => sum + pile.length, 0),
    at: place => {
      let left = place
      for (const pile of piles) {
        if (left < pile.length) return pile.at(left)
        left -= pile.length
      }
      return undefined
    },
    runs: strip => piles.flatMap(pile => pile.runs(strip)),
  }
}
