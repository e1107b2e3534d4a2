import type { World } from '#tests/anonymity/script.ts'
import type { Clues } from './clues.ts'

/**
 * An attacker who has seen other meetings, of which it was told the world, and bets on the clue that has told the
 * worlds apart best. It asks for no kind of leak: whatever number goes together with the world is learned in a dozen
 * games. Each guess is made before its game's world is told, so that without any leak every guess is a fair coin
 * and the hits of n games are binomial, whatever the attacker does.
 */
export function createAttacker(coin: () => World): {
  readonly guess: (clues: Clues) => { readonly world: World; readonly clue: string }
  readonly learn: (clues: Clues, world: World) => void
} {
  // Per clue and value: games of either world.
  const seen = new Map<string, Map<number, [number, number]>>()
  // Per clue: how its own guesses would have done so far.
  const score = new Map<string, number>()

  const betOf = (name: string, value: number): World | null => {
    const [zero, one] = seen.get(name)?.get(value) ?? [0, 0]
    return zero === one ? null : zero > one ? 0 : 1
  }

  return {
    guess: clues => {
      let best: { world: World; clue: string; score: number } = { world: coin(), clue: 'a coin', score: 0 }
      for (const [name, value] of clues) {
        const world = betOf(name, value)
        const worth = score.get(name) ?? 0
        if (world !== null && worth > best.score) best = { world, clue: name, score: worth }
      }
      return best
    },
    learn: (clues, world) => {
      for (const [name, value] of clues) {
        const bet = betOf(name, value)
        if (bet !== null) score.set(name, (score.get(name) ?? 0) + (bet === world ? 1 : -1))
        const values = seen.get(name) ?? new Map<number, [number, number]>()
        const counts = values.get(value) ?? [0, 0]
        counts[world]++
        values.set(value, counts)
        seen.set(name, values)
      }
    },
  }
}
