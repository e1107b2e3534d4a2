import { describe, expect, test } from 'vitest'
import { scaled } from '#tests/crash/depth.ts'
import { record } from '#tests/prove/record.ts'
import { BAND, castInOrder, checkOrder, unrelated } from './order-of-casting.ts'
import { ascentScore, rankScore } from './rank-score.ts'

// PROMISES.md §1: no position-like quantity of what is stored goes together with the order of casting, nor slips with slots.

const VOTERS = 150

describe('the rank test itself', () => {
  const order = Array.from({ length: VOTERS }, (_, index) => index)

  test.each<[string, (index: number) => number]>([
    ['the same order', index => index],
    ['the reverse', index => -index],
    ['an order with gaps', index => 7 * index + (index % 5)],
    ['an order in blocks of ten, shuffled within', index => 10 * Math.floor(index / 10) + ((index * 7) % 10)],
  ])('sees %s', (_, leak) => {
    expect(Math.abs(rankScore(order, order.map(leak)))).toBeGreaterThan(BAND)
  })

  test('sees an order that begins again and again', () => {
    expect(ascentScore(order.map(index => (index * 2) % 149))).toBeGreaterThan(BAND)
    expect(ascentScore(order.map(index => (150 * 7 - index * 7) % 149))).toBeLessThan(-BAND)
  })

  test('sees nothing in orders that have nothing to do with each other', () => {
    const scores = Array.from({ length: 200 }, (_, seed) => unrelated(VOTERS, seed)).flatMap(places => [
      rankScore(order, places),
      ascentScore(places),
    ])
    expect(scores.filter(score => Math.abs(score) > BAND)).toEqual([])
    // Nor is it blind: chance itself moves it.
    expect(Math.max(...scores.map(Math.abs))).toBeGreaterThan(1.5)
  })
})

// Catches: a suggestion beside its ballot (the same number, or one worked out of it), or in the order of casting.
test('nor does a suggestion’s slot say which ballot or slip it came with', async () => {
  for (let run = 0; run < scaled(1, 10); run++) {
    const order = await castInOrder(VOTERS, {}, true)
    expect(order.words).toHaveLength(VOTERS)
    expect(checkOrder(order)).toEqual([])
  }
})

// Catches: the first free slot, the next one, a slot worked out of the slip; slips listed as printed or as cast.
test('a meeting leaves no order in slots, nor in the roll of slips, nor between the two', async () => {
  for (let run = 0; run < scaled(1, 20); run++) {
    const order = await castInOrder(VOTERS)
    expect(order.read).toHaveLength(VOTERS)
    expect(checkOrder(order)).toEqual([])
    record('anonymity: votes ranked against the order of casting', { votes: VOTERS })
  }
})
