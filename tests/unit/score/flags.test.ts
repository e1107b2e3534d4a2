import { describe, expect, test } from 'vitest'
import { buildEvaluation, buildPlainYear, buildRating } from '#tests/fixtures/build-evaluation.ts'
import { buildInstructor } from '#tests/fixtures/build-instructor.ts'
import { buildMeeting, buildTally, buildVotes, marks } from '#tests/fixtures/build-meeting.ts'
import { buildBallotComponent, buildRatingComponent, buildScheme, FOUR_GRADES } from '#tests/fixtures/build-scheme.ts'
import type {
  BallotComponentFile,
  EvaluationFile,
  InstructorFile,
  SchemeFile,
} from '#tests/fixtures/evaluation-file.ts'
import { resultOfBuilt, resultsOfBuilt } from '#tests/fixtures/read-built.ts'

// SCORING.md rules 9 and 12: flags, what they do to the grade, and what is suggested.

const FULL: Partial<SchemeFile> = { excellentQuota: { percent: '100', by: 'all' } }
const person = (total: string, overrides: Partial<InstructorFile> = {}) =>
  resultOfBuilt(buildPlainYear([{ ...overrides, total }], FULL))

describe('what the personnel side says', () => {
  const cases: readonly (readonly [NonNullable<InstructorFile['status']>, readonly string[], string | null])[] = [
    [{ monthsOnPost: 5 }, ['under-half-year'], null],
    [{ monthsOnPost: 6 }, [], 'excellent'],
    [{ leaveMonths: '6.01' }, ['leave-over-half-year'], null],
    [{ leaveMonths: '6' }, [], 'excellent'],
    [{ underInvestigation: true }, ['under-investigation'], null],
    [{ unjustifiedAbsence: true }, ['unjustified-absence'], 'incompetent'],
    [{ vetoes: ['泄露协商机密'] }, ['veto'], 'incompetent'],
    [{ vetoes: [] }, [], 'excellent'],
    [{}, [], 'excellent'],
  ]

  test.each(cases)('%j → %j, grade %s; the total is still worked out', (status, flags, proposed) => {
    expect(person('95', { status })).toMatchObject({ flags, proposed, total: '95.00' })
  })

  test('no status at all sets no flag', () => {
    expect(person('95').flags).toEqual([])
  })

  test('no grade outweighs the lowest grade: a veto in a year of four months is a comment only', () => {
    const status = { monthsOnPost: 4, vetoes: ['泄密'] }
    expect(person('95', { status })).toMatchObject({
      flags: ['under-half-year', 'veto'],
      proposed: null,
      suggestion: [],
    })
  })

  test('of who is blocked is still told, but gives no grade', () => {
    const result = resultOfBuilt(buildPlainYear([{ status: { vetoes: ['泄密'] } }]))
    expect(result).toMatchObject({ flags: ['veto'], proposed: null, total: null })
  })

  test('are listed in the order of the rule', () => {
    const status = {
      vetoes: ['泄密'],
      unjustifiedAbsence: true,
      underInvestigation: true,
      leaveMonths: '7',
      monthsOnPost: 3,
    }
    expect(person('95', { status }).flags).toEqual([
      'under-half-year',
      'leave-over-half-year',
      'under-investigation',
      'unjustified-absence',
      'veto',
    ])
  })
})

describe('what the voters say', () => {
  function voted(
    votes: readonly number[],
    component: Partial<BallotComponentFile> = {},
    rating = '100',
  ): EvaluationFile {
    const groups = [{ id: 'A', name: '代表', weight: '100' }]
    return buildEvaluation({
      scheme: buildScheme({
        components: [
          buildBallotComponent({ groups, weight: '1', ...component }),
          buildRatingComponent({ weight: '99' }),
        ],
        tieBreakers: [],
        ...FULL,
      }),
      instructors: [buildInstructor({ sources: ['district'] })],
      self: [],
      meetings: [buildMeeting(buildVotes('i01', { A: votes }))],
      ratings: [buildRating({ score: rating })],
    })
  }

  test.each([
    // satisfied / all: exactly 60 % is not below it; exactly a third is enough.
    [[60, 0, 40, 0], ['one-third-low'], 'competent'],
    [[30, 29, 41, 0], ['low-satisfaction', 'one-third-low'], 'incompetent'],
    [[1, 1, 1, 0], ['one-third-low'], 'competent'],
    [[67, 0, 33, 0], [], 'excellent'],
    [[0, 67, 0, 33], [], 'excellent'],
  ])('%j → %j, grade %s', (votes, flags, proposed) => {
    expect(resultOfBuilt(voted(votes))).toMatchObject({ flags, proposed })
  })

  test('one-third-low takes the top grade only: a lower grade stays as it is', () => {
    expect(resultOfBuilt(voted([1, 1, 1], {}, '78'))).toMatchObject({ flags: ['one-third-low'], proposed: 'competent' })
    expect(resultOfBuilt(voted([1, 1, 1], {}, '65'))).toMatchObject({ flags: ['one-third-low'], proposed: 'basic' })
  })

  test('one-third-low leaves the place at the top to others and is no over-quota', () => {
    expect(resultsOfBuilt(voted([1, 1, 1]))).toMatchObject({
      quota: [{ within: [], tied: [], over: [] }],
      results: [{ notes: [] }],
    })
  })

  test('abstentions, invalid rows and marks without points count neither way', () => {
    const options = [...FOUR_GRADES, { id: 'unknown', label: '不了解' }]
    const scale = { kind: 'grades' as const, options }
    const file = voted([], { scale })
    const row = buildTally({ marks: { ...marks(7, 0, 3), unknown: 50 }, abstain: 30, invalid: 10 })
    expect(resultOfBuilt({ ...file, meetings: [buildMeeting([row])] }).flags).toEqual([])
  })

  test('a satisfied option without points (不了解 marked so by mistake) does not count as satisfied', () => {
    const options = [...FOUR_GRADES, { id: 'unknown', label: '不了解', satisfied: true }]
    const file = voted([], { scale: { kind: 'grades', options } })
    const row = buildTally({ marks: { ...marks(5, 0, 5), unknown: 90 } })
    expect(resultOfBuilt({ ...file, meetings: [buildMeeting([row])] }).flags).toEqual([
      'low-satisfaction',
      'one-third-low',
    ])
  })

  test('all groups and all indicators are taken together, unweighted', () => {
    const component = {
      indicators: [
        { id: 'overall', name: '总体', weight: '1' },
        { id: 'service', name: '服务', weight: '99' },
      ],
      groups: [
        { id: 'A', name: '甲', weight: '99' },
        { id: 'B', name: '乙', weight: '1' },
      ],
    }
    const tallies = [
      buildTally({ group: 'A', marks: marks(5) }),
      buildTally({ group: 'B', marks: marks(0, 0, 4) }),
      buildTally({ group: 'A', indicator: 'service', marks: marks(0, 5) }),
      buildTally({ group: 'B', indicator: 'service', marks: marks(0, 0, 0, 4) }),
    ]
    // 10 of 18 satisfied: 55.6 %
    const file = { ...voted([], component), meetings: [buildMeeting(tallies)] }
    expect(resultOfBuilt(file).flags).toEqual(['low-satisfaction', 'one-third-low'])
  })

  test('a scale without satisfied options sets neither', () => {
    const options = FOUR_GRADES.map(({ satisfied: _, ...option }) => option)
    expect(resultOfBuilt(voted([0, 0, 0, 9], { scale: { kind: 'grades', options } })).flags).toEqual([])
  })

  test('nobody’s mark sets neither', () => {
    const file = voted([])
    const meetings = [buildMeeting([buildTally({ abstain: 9 })])]
    const renormalise = file.scheme.components.map(part => ({ ...part, missing: 'renormalise' as const }))
    const result = resultOfBuilt({ ...file, meetings, scheme: { ...file.scheme, components: renormalise } })
    expect(result).toMatchObject({ flags: [], proposed: 'excellent' })
  })
})

describe('two years running', () => {
  const history = (grade: string, year = 2025) => ({ history: [{ year, grade }] })

  test.each([
    ['65', 'basic', ['two-years-basic'], ['adjust']],
    ['65', 'incompetent', [], ['improve']],
    ['65', 'competent', [], ['improve']],
    ['50', 'incompetent', ['two-years-lowest'], ['dismiss']],
    ['50', 'basic', [], ['admonish']],
    ['80', 'basic', [], ['renew']],
    ['95', 'excellent', [], ['award', 'renew']],
  ])('%s after %s → %j, suggestion %j', (total, last, flags, suggestion) => {
    expect(person(total, history(last))).toMatchObject({ flags, suggestion })
  })

  test('looks at last year only, wherever it stands in the history', () => {
    expect(person('65', history('basic', 2024)).flags).toEqual([])
    const entries = [
      { year: 2023, grade: 'competent' },
      { year: 2025, grade: 'basic' },
      { year: 2024, grade: 'competent' },
    ]
    expect(person('65', { history: entries }).flags).toEqual(['two-years-basic'])
  })

  test('a grade in history that the scheme does not know is kept and ignored', () => {
    expect(person('65', history('合格'))).toMatchObject({ flags: [], suggestion: ['improve'] })
  })

  test('looks at the proposed grade, as flags leave it: a veto after an incompetent year', () => {
    const status = { vetoes: ['泄密'] }
    expect(person('95', { status, ...history('incompetent') })).toMatchObject({
      flags: ['veto', 'two-years-lowest'],
      suggestion: ['dismiss'],
    })
  })

  test('without a proposed grade: none', () => {
    const status = { monthsOnPost: 4 }
    expect(person('50', { status, ...history('incompetent') })).toMatchObject({
      flags: ['under-half-year'],
      suggestion: [],
    })
  })

  test('compares consequences, not names: 基本合格 of another label that leads to improve', () => {
    const scheme = {
      grades: [
        { id: 'good', label: '好', min: '80', consequence: 'renew' as const },
        { id: 'fair', label: '较好', min: '70', consequence: 'improve' as const },
        { id: 'poor', label: '一般', min: '0', consequence: 'improve' as const },
      ],
    }
    const file = buildPlainYear([{ ...history('poor'), total: '75' }], scheme)
    expect(resultOfBuilt(file)).toMatchObject({ proposed: 'fair', flags: ['two-years-basic'], suggestion: ['adjust'] })
  })
})

describe('the suggestion (rule 12)', () => {
  test.each([
    ['award', ['award', 'renew']],
    ['renew', ['renew']],
    ['improve', ['improve']],
    ['adjust', ['adjust']],
    ['admonish', ['admonish']],
    ['dismiss', ['dismiss']],
  ] as const)('of %s is %j', (consequence, suggestion) => {
    const grades = [
      { id: 'top', label: '一等', min: '50', consequence },
      { id: 'rest', label: '二等', min: '0', consequence: 'renew' as const },
    ]
    expect(resultOfBuilt(buildPlainYear([{ total: '80' }], { ...FULL, grades })).suggestion).toEqual(suggestion)
  })
})
