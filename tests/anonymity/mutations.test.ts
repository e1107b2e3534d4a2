import { describe, expect, test } from 'vitest'
import { record } from '#tests/prove/record.ts'
import { coinBand } from './game/band.ts'
import { playGames } from './game/play-games.ts'
import { inspect } from './inspect.ts'
import { LEAKS } from './leaks/leaks.ts'
import type { NamedLeak } from './leaks/named-leak.ts'
import { castInOrder, checkOrder } from './order-of-casting.ts'
import { EXCHANGED_WORDS, FULL_CAST, SPEAKING_CAST } from './script.ts'

// A test that cannot fail proves nothing: each leak of PROMISES.md's table is put in on purpose, and the rig must catch it
// by the check that is there for it. A leak that survives fails here.

// Whatever the attacker has learned in the first it uses in the others.
const STUDIED = 20
const GAMES = 16

/** The checks that find a leak. */
async function caught({ caughtBy, leak, speaking = false, cast }: NamedLeak): Promise<Set<string>> {
  const by = new Set<string>()
  if (caughtBy.includes('order'))
    for (const { check } of checkOrder(await castInOrder(150, leak, speaking))) by.add(check)
  if (caughtBy.includes('game')) {
    const { hits } = await playGames(GAMES, leak, STUDIED, cast ?? (speaking ? EXCHANGED_WORDS : FULL_CAST))
    if (hits > coinBand(GAMES).high) by.add('game')
  }
  if (caughtBy.some(check => check !== 'order' && check !== 'game'))
    for (const { check } of (await inspect(1, leak, speaking ? SPEAKING_CAST : FULL_CAST)).findings) by.add(check)
  return by
}

describe('a leak put in on purpose is caught', () => {
  test.each(LEAKS.map(leak => [leak.name, leak.row, leak] as const))('%s (%s)', async (_, __, leak) => {
    const by = await caught(leak)
    record('anonymity: leaks put in on purpose', {
      leaks: 1,
      caught: leak.caughtBy.every(check => by.has(check)) ? 1 : 0,
    })
    expect([...by]).toEqual(expect.arrayContaining([...leak.caughtBy]))
  })

  // The rows of PROMISES.md's table that are about bytes on this computer; the phone's and the archive's own are tested beside.
  test('every row of the table has one', () => {
    expect(new Set(LEAKS.map(({ row }) => row))).toEqual(
      new Set([
        'order of insertion',
        'LevelDB / WAL / journal remnants',
        'any time near a vote',
        'address, user agent, code, marker',
        'slip joined to ballot',
        'the author’s own row; rare patterns',
        'running tallies',
        'small groups',
        'two archives of one meeting',
      ]),
    )
  })
})
