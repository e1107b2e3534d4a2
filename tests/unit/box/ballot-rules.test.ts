import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Ballot } from '#shared/domain/ballot/cast/ballot.ts'
import { BALLOT_REASONS, ballotFault, ballotFaultWords } from '#shared/domain/ballot/cast/ballot-fault.ts'
import { emptyRows, rowCount, rowsOfBallot } from '#shared/domain/ballot/cast/ballot-rows.ts'
import { checkRows } from '#shared/domain/ballot/cast/check-rows.ts'
import { decodeRows, encodeRows, plainBytes } from '#shared/domain/ballot/cast/encode-rows.ts'
import { markOfValue, scaleSize, valueOfMark } from '#shared/domain/ballot/cast/scale-values.ts'
import { publicMeeting } from '#shared/domain/ballot/set-up/public-meeting.ts'
import { buildSetUp, type SetUpFile } from './build-set-up.ts'

const meetingOf = (...parameters: Parameters<typeof buildSetUp>) => publicMeeting(buildSetUp(...parameters))

function reasons(ballot: Ballot, groupId: string, overrides: Partial<SetUpFile> = {}, size = {}): string[] {
  const meeting = meetingOf(overrides, size)
  const group = meeting.groups.find(candidate => candidate.id === groupId)
  if (!group) throw new Error('no such group')
  const rows = rowsOfBallot(ballot, meeting, group)
  return rows.ok ? [] : rows.error.map(({ path, reason }) => (path === '' ? reason : `${path}: ${reason}`))
}

const everyone = (mark: string, people = 3, indicators: readonly string[] = ['overall']) =>
  Object.fromEntries(
    Array.from({ length: people }, (_, index) => [
      `i0${index + 1}`,
      Object.fromEntries(indicators.map(indicator => [indicator, mark])),
    ]),
  )

describe('a ballot against its meeting', () => {
  test.each<[string, Ballot, string, string[]]>([
    ['blank', { marks: {} }, 'A', []],
    ['in full', { marks: everyone('basic') }, 'A', []],
    ['an unknown person', { marks: { i99: { overall: 'basic' } } }, 'A', ['marks.i99: unknown-instructor']],
    ['an unknown indicator', { marks: { i01: { x: 'basic' } } }, 'A', ['marks.i01.x: unknown-indicator']],
    ['an unknown option', { marks: { i01: { overall: 'superb' } } }, 'A', ['marks.i01.overall: unknown-option']],
    ['an empty option', { marks: { i01: { overall: '' } } }, 'A', ['marks.i01.overall: unknown-option']],
    ['a peer without an own row', { marks: {} }, 'D', ['self-missing']],
    ['a peer', { marks: { i01: { overall: 'basic' } }, self: 'i02' }, 'D', []],
    [
      'a peer who marks himself',
      { marks: { i02: { overall: 'excellent' } }, self: 'i02' },
      'D',
      ['marks.i02: self-marked'],
    ],
    ['a peer who is nobody', { marks: {}, self: 'i99' }, 'D', ['self: self-unknown']],
    ['an own row outside the peers', { marks: {}, self: 'i01' }, 'A', ['self-not-peers']],
  ])('%s', (_, ballot, group, expected) => {
    expect(reasons(ballot, group)).toEqual(expected)
  })

  // Catches: a name such as `constructor` found on the prototype instead of in the meeting.
  test('names of JavaScript are no ids', () => {
    for (const id of ['constructor', 'toString', 'hasOwnProperty'])
      expect(reasons({ marks: { [id]: { [id]: id } } }, 'A')).toEqual([`marks.${id}: unknown-instructor`])
  })

  // Catches: the limit counted over all indicators (nobody could be 优秀 throughout) or not at all.
  test('a limit is of people, in each indicator', () => {
    const limits = { limits: { excellent: 2 } }
    const two = { marks: everyone('excellent', 2, ['k1', 'k2']) }
    expect(reasons(two, 'A', limits, { indicators: 2 })).toEqual([])
    const three = { marks: { ...two.marks, i03: { k2: 'excellent' } } }
    expect(reasons(three, 'A', limits, { indicators: 2 })).toEqual(['over-limit'])
    expect(reasons({ marks: { i01: { overall: 'excellent' } } }, 'A', { limits: { excellent: 0 } })).toEqual([
      'over-limit',
    ])
  })

  test('all-equal is every row the same, and only that', () => {
    const rule = { voidRules: ['all-equal' as const] }
    expect(reasons({ marks: everyone('basic') }, 'A', rule)).toEqual(['all-equal'])
    expect(reasons({ marks: everyone('basic', 2) }, 'A', rule)).toEqual([])
    expect(reasons({ marks: {} }, 'A', rule)).toEqual([])
    expect(reasons({ marks: everyone('basic', 2), self: 'i03' }, 'D', rule)).toEqual(['all-equal'])
    expect(reasons({ marks: everyone('basic', 1) }, 'A', rule, { people: 1 })).toEqual([])
    expect(reasons({ marks: everyone('basic') }, 'A')).toEqual([])
  })

  test('points must be on the scale and its steps', () => {
    const scale = { scale: { kind: 'points' as const, min: '0', max: '100', step: '0.5' } }
    for (const mark of ['0', '95.5', '100', '95.50', '007'])
      expect(reasons({ marks: everyone(mark) }, 'A', scale)).toEqual([])
    for (const mark of ['95.25', '100.5', '-1', '1e2', '', ' 5', '９５', 'NaN', '9'.repeat(41)])
      expect(reasons({ marks: { i01: { overall: mark } } }, 'A', scale)).toEqual(['marks.i01.overall: off-scale'])
  })

  test('every reason has words in Chinese', () => {
    for (const reason of BALLOT_REASONS)
      expect(ballotFaultWords(ballotFault(reason))).toMatch(/[\u4e00-\u9fff].*[\u4e00-\u9fff]{2}/)
  })
})

// What the station's guests may send is checked again at the opening: these ballots no phone would make.
describe('rows at the opening', () => {
  const meeting = meetingOf({}, { indicators: 2 })
  const [a, , , d] = meeting.groups
  const self = scaleSize(meeting.scale) + 1

  test.each([
    ['two authors', [self, self, self, self, 0, 0], 'self-twice'],
    ['half an author', [self, 1, 0, 0, 0, 0], 'self-marked'],
    ['no author', [1, 1, 1, 1, 1, 1], 'self-missing'],
    ['one author', [1, 1, self, self, 1, 1], undefined],
  ])('of a peer with %s', (_, rows, reason) => {
    expect(d && checkRows(Uint32Array.from(rows), meeting, d)?.reason).toBe(reason)
  })

  test('of another group with an author', () => {
    expect(a && checkRows(Uint32Array.from([self, self, 0, 0, 0, 0]), meeting, a)?.reason).toBe('self-not-peers')
  })
})

describe('a ballot as bytes', () => {
  const scales = [
    buildSetUp(),
    buildSetUp({ scale: { kind: 'points', min: '0', max: '100', step: '0.5' } }),
    buildSetUp({ scale: { kind: 'points', min: '1.5', max: '99', step: '0.001' } }),
  ].map(setUp => setUp.scale)
  const ballots = fc
    .record({ scale: fc.constantFrom(...scales), people: fc.integer({ min: 1, max: 30 }) })
    .chain(({ scale, people }) => {
      const meeting = publicMeeting({ ...buildSetUp({}, { people, indicators: 2 }), scale })
      const row = fc.nat({ max: scaleSize(scale) + 1 })
      return fc.array(row, { minLength: rowCount(meeting), maxLength: rowCount(meeting) }).map(values => {
        const rows = emptyRows(meeting)
        rows.set(values)
        return { meeting, rows }
      })
    })

  // Catches: a mark that turns into another on its way; a length that tells how much was filled in.
  test('comes back as it was, and is always of the same size', () => {
    fc.assert(
      fc.property(ballots, ({ meeting, rows }) => {
        const bytes = encodeRows(rows, meeting)
        expect(bytes).toHaveLength(plainBytes(meeting))
        expect(bytes.length % 64).toBe(0)
        expect(decodeRows(bytes, meeting)).toEqual(rows)
      }),
    )
  })

  // Catches: room for a mark of one's own in the padding (a ballot to be recognised by), or two spellings of one ballot.
  test('has exactly one spelling', () => {
    fc.assert(
      fc.property(ballots, fc.nat(), fc.integer({ min: 1, max: 255 }), ({ meeting, rows }, place, change) => {
        const bytes = encodeRows(rows, meeting)
        const at = place % bytes.length
        bytes[at] = (bytes[at] ?? 0) ^ change
        const read = decodeRows(bytes, meeting)
        if (read) expect(encodeRows(read, meeting)).toEqual(bytes)
        if (read) expect(read).not.toEqual(rows)
        expect(decodeRows(bytes.slice(1), meeting)).toBeNull()
      }),
    )
  })

  test('every mark of a scale has one number and one name', () => {
    for (const scale of scales.slice(0, 2))
      for (let value = 1; value <= scaleSize(scale); value++) {
        expect(valueOfMark(scale, markOfValue(scale, value))).toBe(value)
      }
    const quarters = buildSetUp({ scale: { kind: 'points', min: '1.5', max: '99', step: '0.25' } })
    expect(markOfValue(quarters.scale, 3)).toBe('2')
  })
})
