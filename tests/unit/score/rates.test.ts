import { describe, expect, test } from 'vitest'
import { buildEvaluation, buildPlainYear } from '#tests/fixtures/build-evaluation.ts'
import { buildInstructor } from '#tests/fixtures/build-instructor.ts'
import { buildMeeting, buildTally, buildVotes, marks } from '#tests/fixtures/build-meeting.ts'
import { buildBallotComponent, buildScheme, FOUR_GRADES } from '#tests/fixtures/build-scheme.ts'
import type {
  BallotComponentFile,
  EvaluationFile,
  MeetingFile,
  MeetingGroupFile,
  SchemeFile,
  TallyFile,
} from '#tests/fixtures/evaluation-file.ts'
import { resultOfBuilt } from '#tests/fixtures/read-built.ts'

// SCORING.md rule 10: the printed shares of each choice, with each denominator.

type Denominator = SchemeFile['rateDenominator']

function year(
  denominator: Denominator,
  meetings: readonly MeetingFile[],
  component: Partial<BallotComponentFile> = {},
  kind: 'full-time' | 'part-time' = 'part-time',
): EvaluationFile {
  return buildEvaluation({
    scheme: buildScheme({
      components: [buildBallotComponent({ weight: '100', ...component })],
      rateDenominator: denominator,
      tieBreakers: [],
    }),
    instructors: [buildInstructor({ kind })],
    self: [],
    meetings: [...meetings],
    ratings: [],
  })
}

const rates = (
  denominator: Denominator,
  tallies: readonly TallyFile[],
  groups: readonly (Partial<MeetingGroupFile> & { id: string })[] = [],
) => resultOfBuilt(year(denominator, [buildMeeting(tallies, { groups })])).rates

describe('each denominator', () => {
  // Group A: 20 returned, 2 void; of 18 rows 12 marks, 4 abstentions, 2 invalid. Group B: 6 returned, none void.
  const tallies = [
    buildTally({ group: 'A', marks: marks(6, 3, 2, 1), abstain: 4, invalid: 2 }),
    buildTally({ group: 'B', marks: marks(4, 1, 0, 0), abstain: 1 }),
  ]
  const groups = [
    { id: 'A', void: 2, expected: 30 },
    { id: 'B', expected: 10 },
  ]

  test('returned: marks, abstentions, invalid rows and void ballots; void holds the last two', () => {
    // 26 = 10 + 4 + 2 + 1 + 5 abstain + 4 void
    expect(rates('returned', tallies, groups)).toEqual({
      excellent: '38.5',
      competent: '15.4',
      basic: '7.7',
      incompetent: '3.8',
      abstain: '19.2',
      void: '15.4',
    })
  })

  test('expected: who left no mark and is not void abstains, present or not', () => {
    // 40 = 10 + 4 + 2 + 1 + 19 abstain + 4 void
    expect(rates('expected', tallies, groups)).toEqual({
      excellent: '25.0',
      competent: '10.0',
      basic: '5.0',
      incompetent: '2.5',
      abstain: '47.5',
      void: '10.0',
    })
  })

  test('valid: marks only, the other two 0', () => {
    // 17 = 10 + 4 + 2 + 1
    expect(rates('valid', tallies, groups)).toEqual({
      excellent: '58.8',
      competent: '23.5',
      basic: '11.8',
      incompetent: '5.9',
      abstain: '0.0',
      void: '0.0',
    })
  })
})

describe('peers', () => {
  const meeting = (self: number) =>
    buildMeeting([
      buildTally({ group: 'A', marks: marks(10) }),
      buildTally({ group: 'D', marks: marks(5), abstain: 1 - self, self }),
    ])

  test('an own row is neither a mark nor an abstention: it is in no rate', () => {
    expect(resultOfBuilt(year('returned', [meeting(1)])).rates).toMatchObject({ excellent: '100.0', abstain: '0.0' })
    expect(resultOfBuilt(year('returned', [meeting(0)])).rates).toMatchObject({ excellent: '93.8', abstain: '6.2' })
  })

  test('expected: a full-time instructor’s own seat is not one of his voters', () => {
    // 10 + 6 expected; for a full-time instructor 15, all of whom marked.
    expect(resultOfBuilt(year('expected', [meeting(1)], {}, 'full-time')).rates).toMatchObject({
      excellent: '100.0',
      abstain: '0.0',
    })
    expect(resultOfBuilt(year('expected', [meeting(0)], {}, 'part-time')).rates).toMatchObject({
      excellent: '93.8',
      abstain: '6.2',
    })
  })

  test('expected: without a peers group in the meeting nobody’s seat is taken off', () => {
    const only = buildMeeting([buildTally({ group: 'A', marks: marks(10) })])
    expect(resultOfBuilt(year('expected', [only], {}, 'full-time')).rates).toMatchObject({ excellent: '100.0' })
  })
})

describe('the categories', () => {
  test('are the scheme’s options in order, then abstain, then void; an option without points is one of them', () => {
    const options = [...FOUR_GRADES, { id: 'unknown', label: '不了解' }]
    const row = buildTally({ marks: { ...marks(6, 2), unknown: 2 } })
    const result = resultOfBuilt(year('valid', [buildMeeting([row])], { scale: { kind: 'grades', options } }))
    expect(Object.entries(result.rates ?? {})).toEqual([
      ['excellent', '60.0'],
      ['competent', '20.0'],
      ['basic', '0.0'],
      ['incompetent', '0.0'],
      ['unknown', '20.0'],
      ['abstain', '0.0'],
      ['void', '0.0'],
    ])
  })

  test('are of the first indicator', () => {
    const indicators = [
      { id: 'overall', name: '总体', weight: '10' },
      { id: 'service', name: '服务', weight: '90' },
    ]
    const tallies = [buildTally({ marks: marks(4) }), buildTally({ indicator: 'service', marks: marks(0, 0, 0, 4) })]
    expect(resultOfBuilt(year('returned', [buildMeeting(tallies)], { indicators })).rates).toMatchObject({
      excellent: '100.0',
    })
  })

  test('add over groups and meetings as counts', () => {
    const halls = [
      buildMeeting(buildVotes('i01', { A: [9], B: [0, 3] })),
      buildMeeting(buildVotes('i01', { A: [0, 0, 4] }), { id: 'm2' }),
    ]
    expect(resultOfBuilt(year('returned', halls)).rates).toMatchObject({
      excellent: '56.3',
      competent: '18.7',
      basic: '25.0',
    })
  })
})

describe('one decimal by largest remainder', () => {
  test.each([
    // Thirds: 33.3 each; the missing tenth goes to the earliest.
    [
      [1, 1, 1, 0],
      ['33.4', '33.3', '33.3', '0.0'],
    ],
    // Sevenths: 42.8 + 28.5 + 14.2 + 14.2 = 99.7; the three largest remainders are the last three.
    [
      [3, 2, 1, 1],
      ['42.8', '28.6', '14.3', '14.3'],
    ],
    [
      [3, 0, 0, 0],
      ['100.0', '0.0', '0.0', '0.0'],
    ],
    // Equal remainders of a half: the earlier category has it, though the other is then shown as none.
    [
      [1999, 1, 0, 0],
      ['100.0', '0.0', '0.0', '0.0'],
    ],
    // Each rounded for itself, these would total 100.1.
    [
      [5, 5, 5, 3],
      ['27.8', '27.8', '27.8', '16.6'],
    ],
  ])('%j → %j', (votes, expected) => {
    const row = buildTally({ marks: marks(...votes) })
    const result = resultOfBuilt(year('valid', [buildMeeting([row])]))
    expect(Object.values(result.rates ?? {}).slice(0, 4)).toEqual(expected)
  })
})

describe('no rates', () => {
  test('where the denominator is 0', () => {
    const none = [buildTally({ abstain: 8 })]
    expect(rates('valid', none)).toBeNull()
    expect(rates('returned', none)).toMatchObject({ abstain: '100.0' })
  })

  test('where nobody voted on the person', () => {
    const file = year('returned', [buildMeeting(buildVotes('i01', { A: [6, 3, 1, 0] }))])
    const two = { ...file, instructors: [...file.instructors, buildInstructor({ id: 'i02' })] }
    expect(resultOfBuilt(two, 'i02')).toMatchObject({ rates: null, total: null })
  })

  test('where no component is a ballot', () => {
    expect(resultOfBuilt(buildPlainYear([{ total: '90' }])).rates).toBeNull()
  })
})
