import { secureRandom } from '#electron/host/urn/secure-random.ts'
import { type Ballots, ballotPile } from '#shared/domain/ballot/count/ballot-pile.ts'
import type { OpenedGroup } from '#shared/domain/ballot/count/count-ballots.ts'
import { cutBallots } from '#shared/domain/ballot/count/cut-ballots.ts'
import type { MeetingSetUp } from '#shared/domain/ballot/set-up/meeting-set-up.ts'
import { readSetUp } from '#shared/domain/ballot/set-up/read-set-up.ts'

export const POINTS = [100, 80, 60, 40] as const
export const GROUPS = ['A', 'B', 'C', 'D'] as const
export const INDICATORS = 8

/** A meeting's opened ballots, and the same marks in one array: group by group, ballot by ballot, row by row. */
export type Marks = {
  readonly setUp: MeetingSetUp
  readonly opened: readonly OpenedGroup[]
  readonly flat: Uint8Array
  readonly rows: number
  readonly ballotsEach: number
}

/** Four groups of `ballotsEach` ballots on `instructors` × 8 rows: 0 an abstention, 1 to 4 a grade. The same at every call. */
export function marksOf(instructors: number, ballotsEach: number): Marks {
  const rows = instructors * INDICATORS
  const flat = new Uint8Array(GROUPS.length * ballotsEach * rows)
  let seed = 20_261_210
  for (let place = 0; place < flat.length; place++) {
    seed = (Math.imul(seed, 1_103_515_245) + 12_345) & 0x7fffffff
    flat[place] = [1, 1, 1, 1, 2, 2, 2, 3, 4, 0][(seed >> 16) % 10] ?? 0
  }
  const setUp = readSetUp(
    JSON.stringify({
      id: 'm1',
      title: '民主测评',
      scale: {
        kind: 'grades',
        options: POINTS.map((points, index) => ({ id: `o${index}`, label: `${points}`, points: String(points) })),
      },
      indicators: Array.from({ length: INDICATORS }, (_, index) => ({ id: `k${index}`, name: '指标', weight: '12.5' })),
      groups: GROUPS.map(id => ({ id, name: id, slips: ballotsEach })),
      instructors: Array.from({ length: instructors }, (_, index) => ({ id: `i${index}`, name: '王某' })),
    }),
  )
  if (!setUp.ok) throw new Error(JSON.stringify(setUp.error))
  const opened = GROUPS.map((id, group) => ({
    id,
    returned: ballotsEach,
    valid: pileOf(flat.subarray(group * ballotsEach * rows, (group + 1) * ballotsEach * rows), rows),
  }))
  return { setUp: setUp.value, opened, flat, rows, ballotsEach }
}

/** The same marks as they are counted: group by group, one shuffled pile after the other, a row each. */
export function shuffledPiles({ opened, rows, flat }: Marks): Uint8Array {
  const all = new Uint8Array(flat.length)
  let at = 0
  for (const { valid } of opened)
    cutBallots(valid, rows, POINTS.length + 2, secureRandom, (_row, piles, start, end) => {
      all.set(piles.subarray(start, end), at)
      at += end - start
    })
  return all
}

/** Ballots as the opening piles them up. */
function pileOf(flat: Uint8Array, rows: number): Ballots {
  const pile = ballotPile(rows, POINTS.length + 2)
  for (let start = 0; start < flat.length; start += rows) pile.add(flat.subarray(start, start + rows))
  return pile
}
