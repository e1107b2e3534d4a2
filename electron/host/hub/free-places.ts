import type { GroupRange } from '#electron/host/urn/ranges.ts'
import { inBlocks, type RandomBytes, randomBelow } from '#shared/domain/ballot/random-bytes.ts'
import type { Query } from './hub-database.ts'

/**
 * Chooses so many different free places of one range (a group's, or the suggestions'), every choice equally likely: a slot's
 * place says nothing of when. The caller holds the box's row, so that nobody else chooses.
 */
export type FreePlaces = (query: Query, wanted: number) => Promise<readonly number[]>

/** Places asked for beside those that will do, and random numbers fetched at once. */
const SPARE = 4
const DRAWS_AT_ONCE = 256

/**
 * The free places of a range, as far as one store knows: it starts from all of them and forgets those that the database
 * called filled, which no slot ever ceases to be. Places are drawn here and not by the database, whose `random()` can be
 * foretold; of what is drawn, the database says which are free. Nothing of it outlives the process.
 */
export function freePlaces(table: string, { start, end }: GroupRange['slots'], random: RandomBytes): FreePlaces {
  const size = end - start
  const bytes = inBlocks(random, 7 * DRAWS_AT_ONCE)
  let places: Uint32Array | null = null
  let known = size
  let share = 1

  /** Draws `most` of the first `from` places and puts them behind the others; answers how many are before them now. */
  const draw = (list: Uint32Array, from: number, most: number): number => {
    const stop = Math.max(0, from - most)
    for (let last = from - 1; last >= stop; last--) {
      const at = randomBelow(last + 1, bytes)
      const drawn = list[at] ?? 0
      list[at] = list[last] ?? 0
      list[last] = drawn
    }
    return stop
  }

  const choose = async (list: Uint32Array, query: Query, wanted: number): Promise<number[]> => {
    const found: number[] = []
    let undrawn = known
    while (found.length < wanted && undrawn > 0) {
      const before = undrawn
      undrawn = draw(list, before, Math.ceil(((wanted - found.length) * 1.25) / share) + SPARE)
      const drawn = list.slice(undrawn, before)
      const { rows } = await query<{ readonly place: number }>(
        `SELECT place FROM ${table} WHERE place = ANY($1::integer[]) AND NOT filled`,
        [[...drawn]],
      )
      const free = new Set(rows.map(({ place }) => place))
      // In the order in which they were drawn: of places that are all free, the first are as good as any.
      for (const place of drawn.reverse()) if (free.has(place) && found.length < wanted) found.push(place)
      share = Math.max(free.size / drawn.length, 1 / 16)
      // What is filled is forgotten; what was not drawn, or is free, stays.
      let kept = undrawn
      for (let at = undrawn; at < known; at++) {
        const place = list[at] ?? 0
        if (at >= before || free.has(place)) list[kept++] = place
      }
      known = kept
    }
    return found
  }

  return async (query, wanted) => {
    if (places && known > 0) {
      const found = await choose(places, query, wanted)
      if (found.length === wanted) return found
    }
    // The first time; or the database was put back to an earlier state, and what was filled is free again.
    places = Uint32Array.from({ length: size }, (_, index) => start + index)
    known = size
    const found = await choose(places, query, wanted)
    if (found.length < wanted) throw new Error('more ballots than slots')
    return found
  }
}
