import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { geometryOf } from '#electron/host/urn/geometry.ts'
import { seeded } from '#tests/crash/seeded.ts'
import { checkCounts, countTallies } from './checks/check-counts.ts'
import { checkJoin } from './checks/check-join.ts'
import { checkMarkers, secretsOf } from './checks/check-markers.ts'
import { checkTimes } from './checks/check-times.ts'
import { checkTwins } from './checks/check-twins.ts'
import { checkWhole } from './checks/check-whole.ts'
import type { Finding } from './checks/finding.ts'
import { plantRoom } from './plant-room.ts'
import { type Cast, FULL_CAST, type World, writeScript } from './script.ts'
import { type Held, holdScripted, type Leak } from './scripted-meeting.ts'
import { seededRandom } from './seeded-random.ts'

export type Inspected = {
  readonly findings: readonly Finding[]
  /** What there was to look at. */
  readonly votes: number
  readonly tallies: number
  readonly files: readonly string[]
  readonly bytes: number
}

/** Uses a new folder and takes it away. */
export async function inFolder<T>(use: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'pingyi-room-'))
  try {
    return await use(folder)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/**
 * Holds one meeting in both worlds with the same randomness, as the product does or with a leak put in, and looks at all
 * its bytes at every moment with every check.
 */
export async function inspect(seed: number, leak: Leak = {}, cast: Cast = FULL_CAST): Promise<Inspected> {
  const planted = await plantRoom(writeScript(seeded(seed), cast))
  const hold = (world: World) =>
    inFolder(folder =>
      holdScripted(
        planted,
        world,
        folder,
        { random: seededRandom(seed + 1), phones: seededRandom(seed + 2), watch: true, print: true },
        leak,
      ),
    )
  const [one, other] = [await hold(0), await hold(1)]
  const { setUp } = planted.script
  return {
    findings: [
      ...checkTwins(one, other, geometryOf(setUp)),
      ...[one, other].flatMap((held, index) => [
        ...checkMarkers(held.left, secretsOf(planted, held.votes)),
        ...duringTheVote(planted, held),
        ...checkTimes(held),
        ...checkWhole(held.left, planted.script, index === 0 ? 0 : 1),
        ...checkCounts(held.left, setUp.minGroupBallots),
      ]),
    ],
    votes: one.votes.length + other.votes.length,
    tallies: countTallies(one.left),
    files: [...one.left.files.keys()],
    bytes: [...one.left.files.values()].reduce((total, file) => total + file.length, 0),
  }
}

/** With the ballots still there, sealed: no code or agent anywhere, no sealed ballot but in the urn, nothing to join by. */
function duringTheVote(planted: Parameters<typeof secretsOf>[0], held: Held): Finding[] {
  const last = held.moments.at(-1)?.evidence
  const urn = last?.files.get('m.urn')
  if (!last || !urn) throw new Error('nothing was watched')
  const secrets = secretsOf(planted, held.votes)
  const outside = new Map([...secrets].filter(([name]) => !name.startsWith('sealed ballot')))
  const inside = new Map([...secrets].filter(([name]) => name.startsWith('sealed ballot')))
  return [
    ...checkMarkers(last, outside),
    ...checkMarkers(last, inside, ['m.urn']),
    ...checkJoin(planted, held.votes, urn),
  ]
}
