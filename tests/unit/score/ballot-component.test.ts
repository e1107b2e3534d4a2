import { describe, expect, test } from 'vitest'
import { buildEvaluation } from '#tests/fixtures/build-evaluation.ts'
import { buildInstructor } from '#tests/fixtures/build-instructor.ts'
import { buildMeeting, buildTally, buildVotes, marks } from '#tests/fixtures/build-meeting.ts'
import { buildBallotComponent, buildScheme, FOUR_GRADES } from '#tests/fixtures/build-scheme.ts'
import type { BallotComponentFile, EvaluationFile, MeetingFile, TallyFile } from '#tests/fixtures/evaluation-file.ts'
import { resultOfBuilt } from '#tests/fixtures/read-built.ts'

// SCORING.md rules 1, 2, 3 and 11: from the counts of a row to the ballot component's score.

function year(
  component: Partial<BallotComponentFile>,
  meetings: readonly MeetingFile[],
  person = buildInstructor({ kind: 'part-time' }),
): EvaluationFile {
  return buildEvaluation({
    scheme: buildScheme({ components: [buildBallotComponent({ weight: '100', ...component })], tieBreakers: [] }),
    instructors: [person],
    self: [],
    meetings: [...meetings],
    ratings: [],
  })
}

const ONE_GROUP = { groups: [{ id: 'A', name: '代表', weight: '100' }] }
const TWO_INDICATORS = {
  ...ONE_GROUP,
  indicators: [
    { id: 'ability', name: '能力', weight: '60' },
    { id: 'service', name: '服务', weight: '40' },
  ],
}

const total = (component: Partial<BallotComponentFile>, tallies: readonly TallyFile[]): string | null =>
  resultOfBuilt(year(component, [buildMeeting(tallies)])).total

describe('an indicator (rule 1)', () => {
  test('leaves abstentions and invalid rows out of the mean', () => {
    expect(total(ONE_GROUP, [buildTally({ marks: marks(3, 1), abstain: 40, invalid: 6 })])).toBe('95.00')
  })

  test('leaves marks without points (不了解) out of the mean', () => {
    const options = [...FOUR_GRADES, { id: 'unknown', label: '不了解' }]
    const component = { ...ONE_GROUP, scale: { kind: 'grades' as const, options } }
    expect(total(component, [buildTally({ marks: { ...marks(3, 1), unknown: 20 } })])).toBe('95.00')
  })

  test('with nothing but marks without points is an indicator without a mark, not 0', () => {
    const options = [...FOUR_GRADES, { id: 'unknown', label: '不了解' }]
    const component = { ...ONE_GROUP, scale: { kind: 'grades' as const, options } }
    expect(resultOfBuilt(year(component, [buildMeeting([buildTally({ marks: { unknown: 20 } })])]))).toMatchObject({
      total: null,
      blocked: ['meeting'],
    })
  })

  test('an option worth 0 points is a mark like any other', () => {
    const options = [
      { id: 'yes', label: '满意', points: '100', satisfied: true },
      { id: 'no', label: '不满意', points: '0' },
    ]
    const component = { ...ONE_GROUP, scale: { kind: 'grades' as const, options } }
    expect(total(component, [buildTally({ marks: { yes: 3, no: 1 } })])).toBe('75.00')
  })

  test('is not rounded on the way: a third of a point survives to the total', () => {
    // 20 % of 80 and 80 % of 260 ÷ 3 = 85.3333… → 85.33; groups rounded to 86.67 first would make 85.34.
    const groups = [
      { id: 'A', name: '甲', weight: '20' },
      { id: 'B', name: '乙', weight: '80' },
    ]
    expect(total({ groups }, buildVotes('i01', { A: [0, 3], B: [1, 2] }))).toBe('85.33')
  })
})

describe('a group (rule 2)', () => {
  test('weighs its indicators', () => {
    const tallies = [
      buildTally({ indicator: 'ability', marks: marks(4) }),
      buildTally({ indicator: 'service', marks: marks(0, 0, 4) }),
    ]
    expect(total(TWO_INDICATORS, tallies)).toBe('84.00')
  })

  test.each([
    ['is all abstentions', [buildTally({ indicator: 'service', marks: {}, abstain: 4 })]],
    ['has no row', []],
  ])('an indicator that %s hands its weight to the others', (_, rest) => {
    const tallies = [buildTally({ indicator: 'ability', marks: marks(3, 1) }), ...rest]
    expect(total(TWO_INDICATORS, tallies)).toBe('95.00')
  })

  test('an indicator hands its weight on in one group only; the other groups keep theirs', () => {
    const component = {
      ...TWO_INDICATORS,
      groups: [
        { id: 'A', name: '甲', weight: '50' },
        { id: 'B', name: '乙', weight: '50' },
      ],
    }
    const tallies = [
      buildTally({ group: 'A', indicator: 'ability', marks: marks(4) }),
      buildTally({ group: 'B', indicator: 'ability', marks: marks(4) }),
      buildTally({ group: 'B', indicator: 'service', marks: marks(0, 0, 4) }),
    ]
    // A: 100; B: 84
    expect(total(component, tallies)).toBe('92.00')
  })

  test('counts as ballots the marks, abstentions and invalid rows of the first indicator, not the own rows', () => {
    const component = {
      ...TWO_INDICATORS,
      groups: [{ id: 'D', name: '专职指导员', weight: '100', peers: true }],
    }
    const tallies = [
      buildTally({ group: 'D', indicator: 'ability', marks: marks(4, 1), abstain: 2, invalid: 1, self: 1 }),
      buildTally({ group: 'D', indicator: 'service', marks: marks(8), self: 1 }),
    ]
    const result = resultOfBuilt(year(component, [buildMeeting(tallies)]))
    expect(result.components[0]?.groups).toEqual([{ id: 'D', weight: '100', score: '97.60', ballots: 8 }])
  })
})

describe('a ballot component (rule 3)', () => {
  const votes = buildVotes('i01', { A: [6, 3, 1, 0], C: [8, 4, 0, 0], D: [3, 2, 0, 0] })

  test('hands an empty group’s weight to the others, prints the weight used, and does not list the group', () => {
    const result = resultOfBuilt(year({}, [buildMeeting(votes)]))
    expect(result.components).toEqual([
      {
        id: 'meeting',
        weight: '100',
        // (30 × 90 + 30 × 93.33… + 20 × 92) ÷ 80
        score: '91.75',
        groups: [
          { id: 'A', weight: '37.5', score: '90.00', ballots: 10 },
          { id: 'C', weight: '37.5', score: '93.33', ballots: 12 },
          { id: 'D', weight: '25', score: '92.00', ballots: 5 },
        ],
      },
    ])
    expect(result.notes).toContain('empty-group:B')
  })

  test('blocks on an empty group where the scheme says so, and still shows what it has', () => {
    const result = resultOfBuilt(year({ emptyGroup: 'block' }, [buildMeeting(votes)]))
    expect(result).toMatchObject({ total: null, rank: null, proposed: null, blocked: ['meeting:B'], notes: [] })
    expect(result.components).toMatchObject([{ score: '91.75', groups: [{ id: 'A' }, { id: 'C' }, { id: 'D' }] }])
  })

  test('names several empty groups in the scheme’s order', () => {
    const meeting = buildMeeting(buildVotes('i01', { C: [5] }))
    expect(resultOfBuilt(year({ emptyGroup: 'block' }, [meeting])).blocked).toEqual([
      'meeting:A',
      'meeting:B',
      'meeting:D',
    ])
    expect(resultOfBuilt(year({}, [meeting])).notes).toEqual([
      'empty-group:A',
      'empty-group:B',
      'empty-group:D',
      'over-quota',
    ])
  })

  test.each([['block'], ['renormalise']] as const)(
    'with all groups empty is missing, and only the component is named (emptyGroup %s)',
    emptyGroup => {
      const result = resultOfBuilt(year({ emptyGroup }, []))
      expect(result).toMatchObject({ total: null, components: [], blocked: ['meeting'], notes: [] })
    },
  )

  test('a person whom everybody of a group passed over has an empty group there, whatever others have', () => {
    const file = year({}, [
      buildMeeting([
        ...votes,
        buildTally({ instructor: 'i01', group: 'B', marks: {}, abstain: 5 }),
        buildTally({ instructor: 'i02', group: 'B', marks: marks(5) }),
      ]),
    ])
    const two = { ...file, instructors: [...file.instructors, buildInstructor({ id: 'i02' })] }
    expect(resultOfBuilt(two, 'i01').notes).toContain('empty-group:B')
    expect(resultOfBuilt(two, 'i02').notes).not.toContain('empty-group:B')
  })
})

describe('several meetings or rounds', () => {
  const component = { groups: [{ id: 'A', name: '代表', weight: '100' }] }
  const hall = (id: string, counts: readonly number[], round = 1) =>
    buildMeeting(buildVotes('i01', { A: counts }), { id, round })

  test('add their counts: not a mean of two means', () => {
    // 9 + 1 marks: (900 + 40) ÷ 10, while the mean of the means would be 70.
    const result = resultOfBuilt(year(component, [hall('m1', [9, 0, 0, 0]), hall('m2', [0, 0, 0, 3])]))
    expect(result.components[0]).toMatchObject({ score: '85.00', groups: [{ ballots: 12 }] })
  })

  test('of a second round add as well', () => {
    const result = resultOfBuilt(year(component, [hall('m1', [3]), hall('m2', [0, 3], 2)]))
    expect(result.total).toBe('90.00')
  })

  test('of two ballot components stay apart; each meeting names its own', () => {
    const components = [
      buildBallotComponent({ ...component, id: 'workers', weight: '60' }),
      buildBallotComponent({ ...component, id: 'peers', weight: '40' }),
    ]
    const file = buildEvaluation({
      scheme: buildScheme({ components, tieBreakers: [] }),
      instructors: [buildInstructor()],
      self: [],
      ratings: [],
      meetings: [
        { ...hall('m1', [4]), component: 'workers' },
        { ...hall('m2', [0, 0, 4]), component: 'peers' },
      ],
    })
    expect(resultOfBuilt(file)).toMatchObject({
      total: '84.00',
      components: [
        { id: 'workers', weight: '60', score: '100.00' },
        { id: 'peers', weight: '40', score: '60.00' },
      ],
    })
  })
})
