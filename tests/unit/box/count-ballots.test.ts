import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { secureRandom } from '#electron/host/urn/secure-random.ts'
import { selfValue } from '#shared/domain/ballot/cast/scale-values.ts'
import { checkMeetings } from '#shared/domain/ballot/check-meetings.ts'
import { type Ballots, ballotPile, joinPiles, STRIP } from '#shared/domain/ballot/count/ballot-pile.ts'
import { countBallots } from '#shared/domain/ballot/count/count-ballots.ts'
import { cutBallots } from '#shared/domain/ballot/count/cut-ballots.ts'
import { mergeGroups } from '#shared/domain/ballot/count/merge-groups.ts'
import { meetingSchema } from '#shared/domain/ballot/meeting.ts'
import { instructorSchema } from '#shared/domain/roster/instructor.ts'
import { schemeSchema } from '#shared/domain/scheme/scheme.ts'
import { buildInstructor } from '#tests/fixtures/build-instructor.ts'
import { buildBallotComponent, buildScheme } from '#tests/fixtures/build-scheme.ts'
import { buildSetUp, GRADES } from './build-set-up.ts'

describe('small groups', () => {
  type Group = { readonly slips?: number; readonly peers?: boolean; readonly into?: string; readonly valid: number }
  const merged = (groups: Readonly<Record<string, Group>>, minGroupBallots = 3) => {
    const entries = Object.entries(groups)
    const setUp = buildSetUp({
      minGroupBallots,
      groups: entries.map(([id, { slips = 20, peers = false, into }]) => ({
        id,
        name: '组',
        slips,
        peers,
        ...(into === undefined ? {} : { mergeInto: into }),
      })),
    })
    const result = mergeGroups(
      setUp,
      entries.map(([id, { valid }]) => ({ id, valid })),
    )
    return result && Object.fromEntries(result)
  }

  // Catches: a count over fewer ballots than the minimum; a group that vanishes; an endless merge.
  test.each<[string, Readonly<Record<string, Group>>, Readonly<Record<string, string>> | null]>([
    ['all stand', { A: { valid: 3 }, B: { valid: 9 } }, {}],
    ['one is short', { A: { valid: 2, into: 'B' }, B: { valid: 9 }, C: { valid: 9 } }, { A: 'B' }],
    ['peers count one less', { A: { valid: 9 }, D: { valid: 3, peers: true } }, { D: 'A' }],
    ['peers who are enough', { A: { valid: 9 }, D: { valid: 4, peers: true } }, {}],
    [
      'nobody named: the group with the most slips',
      { A: { valid: 9 }, B: { valid: 9, slips: 30 }, C: { valid: 1 } },
      { C: 'B' },
    ],
    [
      'the largest itself is short',
      { A: { valid: 1, slips: 30 }, B: { valid: 9, slips: 10 }, C: { valid: 9, slips: 20 } },
      { A: 'C' },
    ],
    [
      'the smallest first: the next then stands',
      { A: { valid: 2, into: 'C' }, B: { valid: 1, into: 'A' }, C: { valid: 9 } },
      { B: 'A' },
    ],
    [
      'repeatedly: it still falls short and goes on',
      { A: { valid: 1, into: 'C' }, B: { valid: 1, into: 'A' }, C: { valid: 9 } },
      { A: 'C', B: 'C' },
    ],
    [
      'a name that was merged away is followed',
      { A: { valid: 0, into: 'B' }, B: { valid: 1, into: 'C' }, C: { valid: 9 }, E: { valid: 2, into: 'A' } },
      { A: 'B', B: 'C', E: 'C' },
    ],
    ['two that name each other', { A: { valid: 1, into: 'B' }, B: { valid: 2, into: 'A' } }, { A: 'B' }],
    [
      'two that name each other and are few',
      { A: { valid: 1, into: 'B' }, B: { valid: 1, into: 'A' }, C: { valid: 5 } },
      { A: 'B', B: 'C' },
    ],
    ['peers make the pile they join one less', { A: { valid: 2 }, D: { valid: 1, peers: true } }, null],
    ['an empty peers group does not', { A: { valid: 3 }, D: { valid: 0, peers: true } }, { D: 'A' }],
    ['an empty group', { A: { valid: 3 }, B: { valid: 0 } }, { B: 'A' }],
    ['all together too few', { A: { valid: 1 }, B: { valid: 1 } }, null],
    ['one group, too few', { A: { valid: 2 } }, null],
    ['no ballots at all', { A: { valid: 0 }, D: { valid: 0, peers: true } }, null],
  ])('%s', (_, groups, expected) => {
    expect(merged(groups)).toEqual(expected)
  })

  test('no pile that is counted is ever below the minimum, and no ballot is lost', () => {
    const group = fc.record({
      valid: fc.nat({ max: 6 }),
      slips: fc.integer({ min: 6, max: 9 }),
      peers: fc.boolean(),
      target: fc.option(fc.nat({ max: 5 })),
    })
    fc.assert(
      fc.property(fc.array(group, { minLength: 1, maxLength: 6 }), fc.integer({ min: 1, max: 5 }), (list, minimum) => {
        const groups = Object.fromEntries(
          list.map(({ target, ...rest }, index) => {
            const into = target === null ? index : target % list.length
            return [`G${index}`, into === index ? rest : { ...rest, into: `G${into}` }]
          }),
        )
        const result = merged(groups, minimum)
        const total = list.reduce((sum, { valid }) => sum + valid, 0)
        if (!result) {
          expect(total - (list.some(({ peers, valid }) => peers && valid > 0) ? 1 : 0)).toBeLessThan(minimum)
          return
        }
        const end = (id: string): string => (result[id] === undefined ? id : end(result[id]))
        const piles = Map.groupBy(Object.keys(groups), end)
        for (const members of piles.values()) {
          const sum = members.reduce((valid, id) => valid + (groups[id]?.valid ?? 0), 0)
          const peers = members.some(id => groups[id]?.peers && groups[id].valid > 0)
          expect(sum - (peers ? 1 : 0)).toBeGreaterThanOrEqual(minimum)
        }
      }),
      { numRuns: 500 },
    )
  })
})

describe('the count', () => {
  const setUp = buildSetUp({}, { people: 4, indicators: 2 })
  const self = selfValue(setUp.scale)
  const rows = 8
  const random = secureRandom
  const row = fc.nat({ max: 4 })
  const ballot = fc.array(row, { minLength: rows, maxLength: rows }).map(values => Uint32Array.from(values))
  const peerBallot = fc
    .tuple(ballot, fc.nat({ max: 3 }))
    .map(([values, author]) => values.fill(self, 2 * author, 2 * author + 2))
  const opened = fc
    .tuple(
      ...['A', 'B', 'C', 'D'].map(id =>
        fc.tuple(fc.array(id === 'D' ? peerBallot : ballot, { maxLength: 4 }), fc.nat({ max: 1 })),
      ),
    )
    .map(groups =>
      groups.map(([valid, bad], index) => ({ id: 'ABCD'[index] ?? '', valid, returned: valid.length + bad })),
    )

  // Catches: a mark counted for another person, indicator, group or option; one lost; one counted twice.
  test('equals a count by hand over the whole ballots', () => {
    fc.assert(
      fc.property(opened, groups => {
        const piled = groups.map(group => ({ ...group, valid: pileOf(group.valid) }))
        const counts = countBallots(setUp, piled, random)
        const target = new Map(counts.groups.map(({ id, mergedInto }) => [id, mergedInto]))
        const end = (id: string): string => (target.get(id) === undefined ? id : end(target.get(id) ?? ''))
        for (const tally of counts.tallies) {
          const person = setUp.instructors.findIndex(({ id }) => id === tally.instructor)
          const indicator = setUp.indicators.findIndex(({ id }) => id === tally.indicator)
          const marks = groups
            .filter(({ id }) => end(id) === tally.group)
            .flatMap(({ valid }) => valid.map(values => values[person * 2 + indicator]))
          const count = (value: number) => marks.filter(mark => mark === value).length
          expect(tally).toEqual({
            instructor: tally.instructor,
            group: tally.group,
            indicator: tally.indicator,
            marks: { excellent: count(1), competent: count(2), basic: count(3), incompetent: count(4) },
            abstain: count(0),
            invalid: 0,
            self: count(self),
          })
        }
        const standing = counts.groups.filter(({ mergedInto }) => mergedInto === undefined)
        if (counts.tallies.length > 0) expect(counts.tallies).toHaveLength(standing.length * rows)
        expect(counts.groups.map(group => group.returned)).toEqual(groups.map(group => group.returned))
        expect(counts.groups.map(group => group.returned - group.void)).toEqual(groups.map(({ valid }) => valid.length))
      }),
    )
  })

  // Catches: a count that the evaluation file refuses: rows that do not reconcile, a small group that was not merged.
  test('fits the evaluation file it is meant for', () => {
    const people = new Map(
      setUp.instructors.map(({ id }) => [id as string, instructorSchema.parse(buildInstructor({ id }))] as const),
    )
    const scheme = schemeSchema.parse(
      buildScheme({
        components: [
          buildBallotComponent({
            weight: '100',
            indicators: setUp.indicators.map(({ id, name, weight }) => ({ id, name, weight })),
            scale: GRADES,
          }),
        ],
        minGroupBallots: setUp.minGroupBallots,
        tieBreakers: [],
      }),
    )
    fc.assert(
      fc.property(opened, groups => {
        const piled = groups.map(group => ({ ...group, valid: pileOf(group.valid) }))
        const counts = countBallots(setUp, piled, random)
        const meeting = meetingSchema.parse({
          id: 'm1',
          groups: counts.groups.map(group => ({
            ...group,
            expected: group.printed,
            attended: group.printed,
            issued: group.printed,
          })),
          tallies: counts.tallies,
        })
        expect(checkMeetings([meeting], scheme, people)).toEqual([])
      }),
    )
  })

  test('points are counted under their canonical number', () => {
    const points = buildSetUp(
      {
        scale: { kind: 'points', min: '0', max: '100', step: '0.5' },
        groups: [{ id: 'A', name: '组', slips: 3 }],
      },
      { people: 1 },
    )
    const valid = pileOf(
      [192, 177, 192].map(value => Uint32Array.of(value)),
      203,
    )
    const counts = countBallots(points, [{ id: 'A', returned: 3, valid }], random)
    expect(counts.tallies).toMatchObject([{ marks: { '88': 1, '95.5': 2 }, abstain: 0 }])
  })

  test('of nothing has groups and no tallies', () => {
    const none = ['A', 'B', 'C', 'D'].map(id => ({ id, returned: 0, valid: pileOf([]) }))
    expect(countBallots(setUp, none, random)).toEqual({
      groups: [
        { id: 'A', printed: 8, returned: 0, void: 0 },
        { id: 'B', printed: 6, returned: 0, void: 0 },
        { id: 'C', printed: 6, returned: 0, void: 0 },
        { id: 'D', printed: 5, returned: 0, void: 0 },
      ],
      tallies: [],
    })
  })
})

describe('cutting ballots', () => {
  // Catches: piles that are left in, or shuffled into, one common order: the same place in all piles is one voter's hand.
  test('leaves no common order in any two piles', () => {
    const voters = 400
    const ballots = Array.from({ length: voters }, (_, voter) => Uint32Array.of(voter, voter, voter))
    const piles = pilesOf(ballots, 3, voters)
    const uncut = Array.from({ length: voters }, (_, voter) => voter)
    for (const pile of piles) expect(pile.toSorted((a, b) => a - b)).toEqual(uncut)
    const [first = [], second = [], third = []] = piles
    // Two random orders agree in one place on average; 12 or more has a chance below 10^-8.
    const agree = (a: readonly number[], b: readonly number[]) => a.filter((voter, place) => voter === b[place]).length
    expect(agree(first, second)).toBeLessThan(12)
    expect(agree(second, third)).toBeLessThan(12)
    expect(agree(first, uncut)).toBeLessThan(12)
  })

  // Catches: a shuffle that favours places (the well-known `swap with any` bug does, by a third).
  test('makes every order equally likely', () => {
    const orders = new Map<string, number>()
    for (let run = 0; run < 6_000; run++) {
      const [pile = []] = pilesOf(
        [0, 1, 2].map(value => Uint32Array.of(value)),
        1,
        2,
      )
      const order = pile.join('')
      orders.set(order, (orders.get(order) ?? 0) + 1)
    }
    // Each of six orders: 1,000 expected, deviation 29; the biased shuffle is off by 110 and more.
    expect(orders.size).toBe(6)
    for (const count of orders.values()) expect(Math.abs(count - 1_000)).toBeLessThan(160)
  })

  // Catches: rows lost or mixed up where there are more of them than are cut at once.
  test('cuts ballots of many rows, pile after pile', () => {
    const ballots = [0, 1, 2, 3].map(() => Uint32Array.from({ length: 100 }, (_, row) => row))
    expect(pilesOf(ballots, 100, 99)).toEqual(Array.from({ length: 100 }, (_, row) => [row, row, row, row]))
  })

  // Catches: a mark cut off where a scale has more marks than a byte holds, a pile that reaches into the next one.
  test.each([255, 256, 65_535, 65_536])('keeps marks up to %d whole, each in its own pile', largest => {
    const ballots = [0, 1, largest].map(mark => Uint32Array.of(mark, largest))
    const [first, second] = pilesOf(ballots, 2, largest)
    expect(first?.toSorted((a, b) => a - b)).toEqual([0, 1, largest])
    expect(second).toEqual([largest, largest, largest])
  })
})

function pilesOf(ballots: readonly Uint32Array[], rows: number, largest: number): number[][] {
  const all: number[][] = []
  cutBallots(pileOf(ballots, largest), rows, largest, secureRandom, (row, piles, start, end) => {
    expect(row).toBe(all.length)
    all.push([...piles.subarray(start, end)])
  })
  return all
}

/** Ballots as the opening keeps them. */
function pileOf(ballots: readonly Uint32Array[], largest = 6): Ballots {
  const pile = ballotPile(ballots[0]?.length ?? 0, largest)
  for (const ballot of ballots) pile.add(ballot)
  return pile
}

// Catches: a ballot lost or changed where one block of a pile ends, a mark cut to a byte, halls' piles joined wrongly.
test.each([
  [3, 255],
  [24, 70_000],
  [70_000, 300],
])('a pile keeps ballots of %i rows up to %i as they are', (rows, largest) => {
  const count = Math.max(3, Math.ceil(200_000 / rows))
  const ballotAt = (place: number) =>
    Uint32Array.from({ length: rows }, (_, row) => (place * 31 + row * 7) % (largest + 1))
  const piles = [0, 1].map(() => ballotPile(rows, largest))
  for (let place = 0; place < 2 * count; place++) piles[place < count ? 0 : 1]?.add(ballotAt(place))
  const all = joinPiles(piles)
  expect(all.length).toBe(2 * count)
  for (let place = 0; place < all.length; place++)
    if (Buffer.compare(bytesOf(all.at(place)), bytesOf(ballotAt(place))) !== 0)
      throw new Error(`ballot ${place} differs`)
  expect(all.at(all.length)).toBeUndefined()
  // What is cut, strip by strip, is the same.
  const cut = Array.from({ length: all.length }, () => new Uint32Array(rows))
  for (let first = 0; first < rows; first += STRIP) {
    let place = 0
    for (const { numbers, start, width, ballots } of all.runs(first / STRIP))
      for (let ballot = 0; ballot < ballots; ballot++) {
        const from = start + ballot * width
        cut[place++]?.set(numbers.subarray(from, from + width), first)
      }
    expect(place).toBe(all.length)
  }
  expect(cut.findIndex((ballot, place) => Buffer.compare(bytesOf(ballot), bytesOf(ballotAt(place))) !== 0)).toBe(-1)
})

function bytesOf(rows: ArrayLike<number> = []): Uint8Array {
  return new Uint8Array(Uint32Array.from(rows).buffer)
}
