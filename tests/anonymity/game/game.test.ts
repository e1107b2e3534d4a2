import { describe, expect, test } from 'vitest'
import { EXCHANGED_WORDS, KNOWN_WORDS } from '#tests/anonymity/script.ts'
import { PATIENCE, scaled } from '#tests/crash/depth.ts'
import { seeded } from '#tests/crash/seeded.ts'
import { record } from '#tests/prove/record.ts'
import { createAttacker } from './attacker.ts'
import { coinBand } from './band.ts'
import { playGames } from './play-games.ts'

// PROMISES.md §1, the two-world game: who gave which mark is exchanged; nobody may be able to tell.

describe('the game itself', () => {
  test('the band is the exact binomial’s', () => {
    // P(X ≤ 166) for 400 throws is 0.00039, P(X ≤ 167) 0.00055; for 40, P(X ≤ 9) is 0.00034, P(X ≤ 10) 0.0011.
    expect(coinBand(400)).toEqual({ low: 167, high: 233 })
    expect(coinBand(40)).toEqual({ low: 10, high: 30 })
  })

  // An attacker that cannot win proves nothing, nor one that wins by chance more often than the band says.
  test('the attacker learns one clue among a thousand, and nothing from noise', () => {
    const draw = seeded(7)
    const bit = () => (draw() < 0.5 ? 0 : 1)
    const play = (games: number, tells: (world: 0 | 1) => number) => {
      const attacker = createAttacker(bit)
      let hits = 0
      for (let game = 0; game < games; game++) {
        const world = bit()
        const clues = new Map(Array.from({ length: 1_000 }, (_, index) => [`noise ${index}`, Math.floor(draw() * 4)]))
        clues.set('leak', tells(world))
        if (attacker.guess(clues).world === world) hits++
        attacker.learn(clues, world)
      }
      return hits
    }
    expect(play(40, world => 5 + world)).toBeGreaterThan(coinBand(40).high)
    expect(play(400, world => (draw() < 0.8 ? world : 1 - world))).toBeGreaterThan(coinBand(400).high)
    const honest = Array.from({ length: 20 }, () => play(40, () => 1))
    expect(honest.filter(hits => hits < 10 || hits > 30)).toEqual([])
  })
})

// Catches: anything in what is left that goes together with who marked what, whatever it is.
test(
  'an attacker with all bytes and the diary does not beat a coin',
  async () => {
    const { games, hits, bestClue } = await playGames(scaled(40, 380))
    record('anonymity: two-world games at the protocol’s level', { games, hits })
    const { low, high } = coinBand(games)
    expect(hits, `by ${bestClue}`).toBeGreaterThanOrEqual(low)
    expect(hits, `by ${bestClue}`).toBeLessThanOrEqual(high)
  },
  PATIENCE,
)

// Catches: words that tell who wrote them, by their place among the others or by being there at all; words that tell which
// marks were cast beside them, to whom knows their author.
test.each([
  ['exchanged with the marks', EXCHANGED_WORDS],
  ['known by their style', KNOWN_WORDS],
] as const)(
  'nor with suggestions %s, which a teller released',
  async (_, cast) => {
    const { games, hits, bestClue } = await playGames(scaled(16, 100), {}, 0, cast)
    record('anonymity: two-world games with suggestions', { games, hits })
    const { low, high } = coinBand(games)
    expect(hits, `by ${bestClue}`).toBeGreaterThanOrEqual(low)
    expect(hits, `by ${bestClue}`).toBeLessThanOrEqual(high)
  },
  PATIENCE,
)
