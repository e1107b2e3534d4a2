import { secureRandom } from '#electron/host/urn/secure-random.ts'
import { inFolder } from '#tests/anonymity/inspect.ts'
import { plantRoom } from '#tests/anonymity/plant-room.ts'
import { type Cast, FULL_CAST, type World, writeScript } from '#tests/anonymity/script.ts'
import { holdScripted, type Leak } from '#tests/anonymity/scripted-meeting.ts'
import { createAttacker } from './attacker.ts'
import { cluesOf } from './clues.ts'

export type Played = { readonly games: number; readonly hits: number; readonly bestClue: string }

/**
 * So many two-world games with fresh randomness: a script, a world that nobody has told, all bytes left, one guess. Before
 * them the attacker may study some whose world it is told at once.
 */
export async function playGames(games: number, leak: Leak = {}, studied = 0, cast: Cast = FULL_CAST): Promise<Played> {
  const attacker = createAttacker(tossed)
  let hits = 0
  let bestClue = ''
  for (let game = -studied; game < games; game++) {
    const planted = await plantRoom(writeScript(drawn, cast))
    const world = tossed()
    const { left } = await inFolder(folder =>
      // One sheet in ten: it follows from the year's file, which is looked at in every game.
      holdScripted(
        planted,
        world,
        folder,
        {
          random: secureRandom,
          phones: secureRandom,
          print: game % 10 === 0,
          release: cast.setUp.suggestions === true,
        },
        leak,
      ),
    )
    const clues = cluesOf(left, planted)
    const guess = attacker.guess(clues)
    if (game >= 0 && guess.world === world) hits++
    bestClue = guess.clue
    attacker.learn(clues, world)
  }
  return { games, hits, bestClue }
}

function tossed(): World {
  return ((secureRandom(1)[0] ?? 0) & 1) === 1 ? 1 : 0
}

function drawn(): number {
  const [a = 0, b = 0, c = 0, d = 0] = secureRandom(4)
  return (a * 2 ** 24 + b * 2 ** 16 + c * 2 ** 8 + d) / 2 ** 32
}
