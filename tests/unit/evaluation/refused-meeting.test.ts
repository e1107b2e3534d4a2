import { describe, expect, test } from 'vitest'
import { buildEvaluation } from '#tests/fixtures/build-evaluation.ts'
import { buildMeeting, buildMeetingGroup, buildTally, buildVotes, marks } from '#tests/fixtures/build-meeting.ts'
import { buildBallotComponent, buildScheme } from '#tests/fixtures/build-scheme.ts'
import type { MeetingFile, MeetingGroupFile, TallyFile } from '#tests/fixtures/evaluation-file.ts'
import { faultsOfBuilt } from '#tests/fixtures/read-built.ts'
import { setAt } from '#tests/fixtures/set-at.ts'

// SCORING.md "Refused", what concerns a meeting: ballots that cannot be, and rows that do not reconcile.

const faults = (...meetings: readonly MeetingFile[]) => faultsOfBuilt(buildEvaluation({ meetings: [...meetings] }))

describe('the numbers of a group', () => {
  const group = (overrides: Partial<MeetingGroupFile>) =>
    faults(buildMeeting([], { groups: [buildMeetingGroup({ returned: 10, ...overrides })] }))

  test.each([
    ['void > returned', { void: 11 }, ['void: void-over-returned']],
    ['returned > issued', { issued: 9, attended: 10, printed: 10 }, ['returned: returned-over-issued']],
    ['returned > attended', { attended: 9, issued: 10 }, ['returned: returned-over-attended']],
    ['issued > printed', { issued: 12, printed: 11, attended: 12 }, ['issued: issued-over-printed']],
    ['returned > issued, the vote void', { issued: 9, attended: 10, printed: 10, voided: '收回多于发出' }, []],
    ['void = returned', { void: 10 }, []],
    [
      'a voided group still cannot have more void than returned',
      { void: 11, voided: '收回多于发出' },
      ['void: void-over-returned'],
    ],
    ['a negative number', { void: -1 }, ['void: out-of-range']],
    ['half a ballot', { expected: 9.5 }, ['expected: not-whole']],
  ])('%s', (_, numbers, expected) => {
    expect(group(numbers)).toEqual(expected.map(line => `meetings[0].groups[0].${line}`))
  })

  test('several at once are all told', () => {
    expect(group({ void: 11, issued: 9, attended: 9, printed: 8 })).toEqual([
      'meetings[0].groups[0].void: void-over-returned',
      'meetings[0].groups[0].returned: returned-over-issued',
      'meetings[0].groups[0].returned: returned-over-attended',
      'meetings[0].groups[0].issued: issued-over-printed',
    ])
  })
})

describe('ids', () => {
  const valid = () => buildMeeting(buildVotes('i01', { A: [6, 3, 1, 0] }))
  const changed = (path: readonly (string | number)[], value: unknown) =>
    faultsOfBuilt(setAt(buildEvaluation({ meetings: [valid()] }), ['meetings', 0, ...path], value))

  test.each([
    ['an unknown component', ['component'], 'party', ['meetings[0].component: unknown-id']],
    ['a component that is no ballot', ['component'], 'rating', ['meetings[0].component: unknown-id']],
    [
      'an unknown group',
      ['groups', 0, 'id'],
      'X',
      ['meetings[0].groups[0].id: unknown-id', 'meetings[0].tallies[0].group: unknown-id'],
    ],
    ['an unknown person', ['tallies', 0, 'instructor'], 'i99', ['meetings[0].tallies[0].instructor: unknown-id']],
    ['an unknown group of a row', ['tallies', 0, 'group'], 'B', ['meetings[0].tallies[0].group: unknown-id']],
    ['an unknown indicator', ['tallies', 0, 'indicator'], 'charm', ['meetings[0].tallies[0].indicator: unknown-id']],
    [
      'an unknown option',
      ['tallies', 0, 'marks'],
      { excellent: 9, superb: 1 },
      ['meetings[0].tallies[0].marks.superb: unknown-id'],
    ],
    [
      'an option that is a name of Object.prototype',
      ['tallies', 0, 'marks'],
      { excellent: 9, toString: 1 },
      ['meetings[0].tallies[0].marks.toString: unknown-id'],
    ],
    [
      'a mark of half a voter',
      ['tallies', 0, 'marks', 'excellent'],
      6.5,
      ['meetings[0].tallies[0].marks.excellent: not-whole'],
    ],
    [
      'a mark as text',
      ['tallies', 0, 'marks', 'excellent'],
      '6',
      ['meetings[0].tallies[0].marks.excellent: wrong-type'],
    ],
    ['round 0', ['round'], 0, ['meetings[0].round: out-of-range']],
    ['a day that is none', ['date'], '2026-11-31', ['meetings[0].date: not-a-date']],
  ])('%s', (_, path, value, expected) => {
    expect(changed(path, value)).toEqual(expected)
  })

  test('two meetings of one id', () => {
    expect(faults(valid(), valid())).toEqual(['meetings[1].id: duplicate'])
  })

  test('two groups of one id', () => {
    const meeting = valid()
    expect(faults({ ...meeting, groups: [...meeting.groups, ...meeting.groups] })).toContain(
      'meetings[0].groups[1].id: duplicate',
    )
  })

  test('the same row twice', () => {
    const meeting = valid()
    expect(faults({ ...meeting, tallies: [...meeting.tallies, ...meeting.tallies] })).toEqual([
      'meetings[0].tallies[1]: duplicate',
    ])
  })

  test('the same row in two halls is no duplicate', () => {
    expect(faults(valid(), { ...valid(), id: 'm2' })).toEqual([])
  })

  test('no component where the scheme has two ballots', () => {
    const components = [
      buildBallotComponent({ id: 'workers', weight: '60' }),
      buildBallotComponent({ id: 'peers', weight: '40' }),
    ]
    const file = buildEvaluation({
      scheme: buildScheme({ components, tieBreakers: [] }),
      instructors: [{ id: 'i01', name: '王晓明', kind: 'full-time' }],
      self: [],
      ratings: [],
      meetings: [valid()],
    })
    expect(faultsOfBuilt(file)).toEqual(['meetings[0].component: needs-component'])
  })
})

describe('merged groups', () => {
  const merged = (mergedInto: string, other: Partial<MeetingGroupFile> = {}) =>
    faults(
      buildMeeting([], {
        groups: [
          { id: 'A', returned: 9, ...other },
          { id: 'B', returned: 2, mergedInto },
        ],
      }),
    )

  test.each([
    ['into a group that is not there', 'C', {}, ['meetings[0].groups[1].mergedInto: unknown-id']],
    ['into itself', 'B', {}, ['meetings[0].groups[1].mergedInto: merge-circle']],
    [
      'in a circle',
      'A',
      { mergedInto: 'B' },
      ['meetings[0].groups[0].mergedInto: merge-circle', 'meetings[0].groups[1].mergedInto: merge-circle'],
    ],
    ['into a voided one', 'A', { voided: '收回多于发出' }, ['meetings[0].groups[1].mergedInto: merge-into-voided']],
    ['into another', 'A', {}, []],
  ])('%s', (_, into, other, expected) => {
    expect(merged(into, other)).toEqual(expected)
  })
})

describe('a row', () => {
  const row = (tally: Partial<TallyFile>, group: Partial<MeetingGroupFile> = {}) =>
    faults({
      id: 'm1',
      groups: [buildMeetingGroup({ returned: 10, ...group })],
      tallies: [buildTally({ marks: marks(6, 3, 1, 0), group: group.id ?? 'A', ...tally })],
    })

  test.each([
    ['ten marks of ten ballots', {}, {}, true],
    ['nine marks of ten ballots', { marks: marks(6, 3) }, {}, false],
    ['eleven', { abstain: 1 }, {}, false],
    ['marks, abstentions and invalid rows make ten', { marks: marks(6), abstain: 3, invalid: 1 }, {}, true],
    ['ten of eleven, one void', {}, { returned: 11, void: 1 }, true],
    ['ten of ten, one void', {}, { void: 1 }, false],
    ['an own row counts among the ten', { marks: marks(6, 3), self: 1 }, { id: 'D' }, true],
    ['an own row on top does not', { self: 1 }, { id: 'D' }, false],
  ])('%s', (_, tally, group, reconciles) => {
    expect(row(tally, group)).toEqual(reconciles ? [] : ['meetings[0].tallies[0]: does-not-reconcile'])
  })

  test('an own row where no peers vote', () => {
    expect(row({ marks: marks(6, 3), self: 1 })).toEqual(['meetings[0].tallies[0].self: self-without-peers'])
  })
})
