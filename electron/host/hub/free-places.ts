import type { GroupRange } from '#electron/host/urn/ranges.ts'
import { type RandomBytes, randomBelow } from '#shared/domain/ballot/random-bytes.ts'
import { shuffled } from '#shared/domain/ballot/shuffle.ts'
import type { Query } from './hub-database.ts'

/**
 * So many different free places of a range (a group's, or the suggestions'), every choice equally likely: a slot's place says nothing of when. Places are
 * drawn here and not by the database, whose `random()` can be foretold. It is asked which of some drawn ones are free;
 * only in a range that is nearly full, for all that are. The caller holds the box's row, so that nobody else chooses.
 */
export async function freePlaces(
  query: Query,
  table: string,
  slots: GroupRange['slots'],
  wanted: number,
  random: RandomBytes,
): Promise<readonly number[]> {
  const drawn = drawPlaces(slots.start, slots.end, 16 + 8 * wanted, random)
  const asked = await query<{ readonly place: number }>(
    `SELECT place FROM ${table} WHERE place = ANY($1::integer[]) AND NOT filled`,
    [drawn],
  )
  const free = new Set(asked.rows.map(({ place }) => place))
  const found = drawn.filter(place => free.has(place)).slice(0, wanted)
  if (found.length === wanted) return found
  const all = await query<{ readonly place: number }>(
    `SELECT place FROM ${table} WHERE place >= $1 AND place < $2 AND NOT filled ORDER BY place`,
    [slots.start, slots.end],
  )
  if (all.rows.length < wanted) throw new Error('more ballots than slots')
  return shuffled(
    all.rows.map(({ place }) => place),
    random,
  ).slice(0, wanted)
}

/** Different places in the order in which they were drawn; all of them where there are no more. */
function drawPlaces(start: number, end: number, most: number, random: RandomBytes): readonly number[] {
  const size = end - start
  if (most * 2 >= size)
    return shuffled(
      Array.from({ length: size }, (_, index) => start + index),
      random,
    )
  const drawn = new Set<number>()
  while (drawn.size < most) drawn.add(start + randomBelow(size, random))
  return [...drawn]
}
