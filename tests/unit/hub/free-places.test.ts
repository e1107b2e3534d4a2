import { expect, test } from 'vitest'
import { freePlaces } from '#electron/host/hub/free-places.ts'
import type { Query } from '#electron/host/hub/hub-database.ts'
import { secureRandom } from '#electron/host/urn/secure-random.ts'

const RANGE = { start: 100, end: 140 }
const SIZE = RANGE.end - RANGE.start

/** The one question that is asked of the database: which of these places are free. */
function slotsWith(filled: ReadonlySet<number>) {
  const asked: number[] = []
  const query: Query = async (_text, values = []) => {
    const places = values[0] as readonly number[]
    asked.push(places.length)
    // What the question asks for is a place in each row.
    const rows = places.filter(place => !filled.has(place)).map(place => ({ place })) as never[]
    return { rows, changed: 0 }
  }
  return { query, asked }
}

// Catches: a place given out twice, one of another group, a range called full while there is room, a full one that is not.
test('two stores fill a range to its last place, each place once', async () => {
  const filled = new Set<number>()
  const { query } = slotsWith(filled)
  const stores = [freePlaces('slots', RANGE, secureRandom), freePlaces('slots', RANGE, secureRandom)]
  for (let round = 0; filled.size < SIZE; round++) {
    const places = (await stores[round % 2]?.(query, Math.min(3, SIZE - filled.size))) ?? []
    for (const place of places) {
      expect(filled.has(place)).toBe(false)
      expect(place >= RANGE.start && place < RANGE.end).toBe(true)
      filled.add(place)
    }
  }
  await expect(stores[0]?.(query, 1)).rejects.toThrow('more ballots than slots')
})

// Catches: a store that refuses votes because it remembers as filled what a database put back to an earlier state has free.
test('a range that was put back is seen as it is', async () => {
  const filled = new Set<number>()
  const { query } = slotsWith(filled)
  const choose = freePlaces('slots', RANGE, secureRandom)
  for (const place of await choose(query, SIZE)) filled.add(place)
  await expect(choose(query, 1)).rejects.toThrow('more ballots than slots')
  filled.clear()
  expect(await choose(query, SIZE)).toHaveLength(SIZE)
})

// Catches: a place more likely than another, which beside many meetings would tell early votes from late ones.
test('every free place is equally likely, after many were found filled', async () => {
  const times = new Map<number, number>()
  const rounds = 2_000
  for (let round = 0; round < rounds; round++) {
    const filled = new Set(Array.from({ length: SIZE / 2 }, (_, index) => RANGE.start + 2 * index))
    const choose = freePlaces('slots', RANGE, secureRandom)
    const { query } = slotsWith(filled)
    for (let vote = 0; vote < 5; vote++) for (const place of await choose(query, 1)) filled.add(place)
    const [last = 0] = await choose(query, 1)
    times.set(last, (times.get(last) ?? 0) + 1)
  }
  // 20 places, 100 times each: chi-square with 19 degrees of freedom is above 60 once in 300,000 runs.
  const expected = rounds / (SIZE / 2)
  const chi = [...times.values()].reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0)
  expect(times.size).toBe(SIZE / 2)
  expect(chi).toBeLessThan(60)
})
