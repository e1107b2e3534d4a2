import { type Numbers, numbersUpTo } from '#shared/lib/numbers.ts'

/** Whole ballots by their place in a pile, each as one number per row. A list of rows is one. */
export type Ballots = {
  readonly length: number
  readonly at: (place: number) => Numbers | undefined
}

export type BallotPile = Ballots & { readonly add: (rows: Numbers) => void }

const BLOCK = 2 ** 16

/**
 * An empty pile for ballots of `rows` numbers up to `largest`, which takes as much memory as the numbers need and no more: a
 * million ballots of 24 marks are 24 MB, as single lists they were more than ten times that.
 */
export function ballotPile(rows: number, largest: number): BallotPile {
  const each = Math.max(1, Math.floor(BLOCK / Math.max(1, rows)))
  const blocks: Numbers[] = []
  let length = 0
  return {
    get length() {
      return length
    },
    at: place => {
      const first = (place % each) * rows
      return place < length ? blocks[Math.floor(place / each)]?.subarray(first, first + rows) : undefined
    },
    add: ballot => {
      if (ballot.length !== rows) throw new RangeError(`a ballot of ${ballot.length} rows in a pile of ${rows}`)
      if (length % each === 0) blocks.push(numbersUpTo(largest, each * rows))
      blocks.at(-1)?.set(ballot, (length % each) * rows)
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
  }
}
