import { describe, expect, test } from 'vitest'
import { buildEvaluation } from '#tests/fixtures/build-evaluation.ts'
import { buildInstructor } from '#tests/fixtures/build-instructor.ts'
import { buildMeeting, buildMeetingGroup, buildTally, buildVotes, marks } from '#tests/fixtures/build-meeting.ts'
import { buildBallotComponent, buildScheme } from '#tests/fixtures/build-scheme.ts'
import type { EvaluationFile, MeetingFile } from '#tests/fixtures/evaluation-file.ts'
import { faultsOfBuilt, resultOfBuilt } from '#tests/fixtures/read-built.ts'

// SCORING.md "Small groups never exist" and "A group whose vote is void": who is too few is counted with others, and no
// file that tells their marks apart is read.

function year(meetings: readonly MeetingFile[], minGroupBallots = 3): EvaluationFile {
  return buildEvaluation({
    scheme: buildScheme({ components: [buildBallotComponent({ weight: '100' })], tieBreakers: [], minGroupBallots }),
    instructors: [buildInstructor({ kind: 'part-time' })],
    self: [],
    meetings: [...meetings],
    ratings: [],
  })
}

describe('a group merged into another', () => {
  const merged = buildMeeting(
    [...buildVotes('i01', { A: [6, 3, 1, 0] }), buildTally({ group: 'C', marks: marks(6, 6), abstain: 2 })],
    {
      groups: [
        { id: 'C', returned: 12 },
        { id: 'B', returned: 2, mergedInto: 'C' },
      ],
    },
  )

  test('has no row of its own; the other’s rows hold both groups’ ballots; its weight goes to the others', () => {
    const result = resultOfBuilt(year([merged]))
    expect(result.components[0]?.groups).toEqual([
      { id: 'A', weight: '50', score: '90.00', ballots: 10 },
      { id: 'C', weight: '50', score: '90.00', ballots: 14 },
    ])
    expect(result.notes).toEqual(['empty-group:B', 'empty-group:D', 'over-quota'])
  })

  test('counts its void ballots in the rates', () => {
    const groups = merged.groups.map(group =>
      group.id === 'B' ? { ...group, attended: 3, printed: 3, issued: 3, returned: 3, void: 1 } : group,
    )
    // 24 ballots' rows and one void ballot: marks 22, abstain 2, void 1.
    expect(resultOfBuilt(year([{ ...merged, groups }])).rates).toMatchObject({ abstain: '8.0', void: '4.0' })
  })

  test('must not also have a row', () => {
    const tallies = [...merged.tallies, buildTally({ group: 'B', marks: marks(2) })]
    expect(faultsOfBuilt(year([{ ...merged, tallies }]))).toEqual([
      'meetings[0].tallies[2].group: tally-of-merged-group',
    ])
  })

  test('rows of the other must hold both groups’ ballots', () => {
    const tallies = merged.tallies.map(tally => (tally.group === 'C' ? { ...tally, abstain: 0 } : tally))
    expect(faultsOfBuilt(year([{ ...merged, tallies }]))).toEqual(['meetings[0].tallies[1]: does-not-reconcile'])
  })

  test('of peers brings its own-row marks into the other’s rows', () => {
    const meeting = buildMeeting([buildTally({ group: 'C', marks: marks(9, 4), self: 1 })], {
      groups: [
        { id: 'C', returned: 12 },
        { id: 'D', returned: 2, mergedInto: 'C' },
      ],
    })
    expect(resultOfBuilt(year([meeting])).components[0]?.groups).toEqual([
      { id: 'C', weight: '100', score: '93.85', ballots: 13 },
    ])
  })

  test('into one that is itself merged is counted at the end of the chain', () => {
    const meeting = buildMeeting([buildTally({ group: 'A', marks: marks(10) })], {
      groups: [
        { id: 'A', returned: 6 },
        { id: 'B', returned: 2, mergedInto: 'C' },
        { id: 'C', returned: 2, mergedInto: 'A' },
      ],
    })
    expect(resultOfBuilt(year([meeting])).components[0]?.groups).toEqual([
      { id: 'A', weight: '100', score: '100.00', ballots: 10 },
    ])
  })
})

describe('a smaller group’s rows are refused', () => {
  const rowOf = (group: string, ballots: number, empty = 0) =>
    buildMeeting([buildTally({ group, marks: marks(ballots) })], { groups: [{ id: group, void: empty }] })

  test.each([
    ['two valid ballots of three needed', rowOf('A', 2), 3, true],
    ['three valid ballots', rowOf('A', 3), 3, false],
    ['five returned, three of them void', rowOf('A', 2, 3), 3, true],
    ['three peers: less one', rowOf('D', 3), 3, true],
    ['four peers', rowOf('D', 4), 3, false],
    ['five where the scheme asks for six', rowOf('A', 5), 6, true],
    ['one where the scheme asks for one', rowOf('A', 1), 1, false],
  ])('%s', (_, meeting, minimum, refused) => {
    expect(faultsOfBuilt(year([meeting], minimum))).toEqual(
      refused ? ['meetings[0].tallies[0]: tally-of-small-group'] : [],
    )
  })

  test('per meeting: two halls of two do not make a group of four', () => {
    const small = rowOf('A', 2)
    expect(faultsOfBuilt(year([small, { ...small, id: 'm2' }]))).toEqual([
      'meetings[0].tallies[0]: tally-of-small-group',
      'meetings[1].tallies[0]: tally-of-small-group',
    ])
  })
})

describe('where nothing can be counted', () => {
  test('all groups together too few: no tallies, the component is missing', () => {
    const meeting = buildMeeting([], {
      groups: [
        { id: 'A', returned: 1 },
        { id: 'B', returned: 1, mergedInto: 'A' },
      ],
    })
    expect(resultOfBuilt(year([meeting]))).toMatchObject({ total: null, blocked: ['meeting'], components: [] })
  })

  test('no ballots at all', () => {
    const meeting = buildMeeting([], { groups: [{ id: 'A', returned: 0 }] })
    expect(resultOfBuilt(year([meeting]))).toMatchObject({ total: null, rates: null, blocked: ['meeting'] })
  })

  test('every ballot void: a defined rate, no score', () => {
    const meeting = buildMeeting([], { groups: [{ id: 'A', returned: 5, void: 5 }] })
    expect(resultOfBuilt(year([meeting]))).toMatchObject({ total: null, rates: { excellent: '0.0', void: '100.0' } })
  })

  test('a voided group has no tallies, and its weight goes to the others', () => {
    const voided = buildMeetingGroup({
      id: 'B',
      attended: 8,
      printed: 8,
      issued: 8,
      returned: 9,
      voided: '收回多于发出',
    })
    const meeting = buildMeeting(buildVotes('i01', { A: [6, 3, 1, 0] }))
    const result = resultOfBuilt(year([{ ...meeting, groups: [...meeting.groups, voided] }]))
    expect(result).toMatchObject({
      total: '90.00',
      notes: ['empty-group:B', 'empty-group:C', 'empty-group:D', 'over-quota'],
    })
  })

  test('a voided group with rows is refused', () => {
    const meeting = buildMeeting(buildVotes('i01', { A: [6, 3, 1, 0] }))
    const groups = meeting.groups.map(group => ({ ...group, voided: '收回多于发出' }))
    expect(faultsOfBuilt(year([{ ...meeting, groups }]))).toEqual([
      'meetings[0].tallies[0].group: tally-of-voided-group',
    ])
  })
})
