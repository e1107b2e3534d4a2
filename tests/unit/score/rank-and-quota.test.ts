import { describe, expect, test } from 'vitest'
import { buildEvaluation, buildPlainYear, buildRating } from '#tests/fixtures/build-evaluation.ts'
import { buildInstructors } from '#tests/fixtures/build-instructor.ts'
import { buildMeeting, buildTally, buildVotes, marks } from '#tests/fixtures/build-meeting.ts'
import { buildBallotComponent, buildRatingComponent, buildScheme, FOUR_GRADES } from '#tests/fixtures/build-scheme.ts'
import type { EvaluationFile, SchemeFile } from '#tests/fixtures/evaluation-file.ts'
import { resultOfBuilt, resultsOfBuilt } from '#tests/fixtures/read-built.ts'

// SCORING.md rules 6, 7 and 8: rank, proposed grade, and the places at the top grade.

const column = <Key extends 'rank' | 'proposed' | 'total'>(file: EvaluationFile, key: Key) =>
  resultsOfBuilt(file).results.map(person => person[key])
const totals = (...values: readonly string[]) => values.map(total => ({ total }))
const quota = (percent: string): Partial<SchemeFile> => ({ excellentQuota: { percent, by: 'all' } })

describe('rank (rule 6)', () => {
  test('is 1, 1, 3 on equal totals', () => {
    expect(column(buildPlainYear(totals('88', '92', '92')), 'rank')).toEqual([3, 1, 1])
  })

  test('looks at the rounded total: 80.004 and 80.00 share a rank', () => {
    expect(column(buildPlainYear(totals('80.004', '80', '79.996', '79.99')), 'rank')).toEqual([1, 1, 1, 4])
  })

  test('leaves out the blocked and the ungraded, who are not counted either', () => {
    const people = [
      { total: '99', status: { monthsOnPost: 3 } },
      { total: '98', status: { leaveMonths: '7' } },
      { total: '97', status: { underInvestigation: true } },
      {},
      { total: '80' },
      { total: '70' },
    ]
    expect(column(buildPlainYear(people), 'rank')).toEqual([null, null, null, null, 1, 2])
    expect(column(buildPlainYear(people), 'total')).toEqual(['99.00', '98.00', '97.00', null, '80.00', '70.00'])
  })

  test('is kept by who has the lowest grade for a veto: the total is what it is', () => {
    expect(column(buildPlainYear([{ total: '95', status: { vetoes: ['泄密'] } }, { total: '80' }]), 'rank')).toEqual([
      1, 2,
    ])
  })
})

describe('the proposed grade (rule 7)', () => {
  test.each([
    ['100', 'excellent'],
    ['90', 'excellent'],
    ['89.995', 'excellent'],
    ['89.99', 'competent'],
    ['75', 'competent'],
    ['74.994', 'basic'],
    ['60', 'basic'],
    ['59.99', 'incompetent'],
    ['0', 'incompetent'],
  ])('of %s is %s', (total, proposed) => {
    expect(column(buildPlainYear(totals(total), quota('100')), 'proposed')).toEqual([proposed])
  })

  test('of who is blocked is none', () => {
    expect(resultOfBuilt(buildPlainYear([{}]))).toMatchObject({ proposed: null, suggestion: [], blocked: ['self'] })
  })
})

describe('the quota (rule 8)', () => {
  test('keeps the first places, the rest are proposed the next grade down with a note, rank kept', () => {
    const file = buildPlainYear(totals('91', '95', '80', '93', '92'), quota('50'))
    expect(resultsOfBuilt(file).quota).toEqual([
      { pool: 'all', base: 5, places: 2, within: ['i02', 'i04'], tied: [], over: ['i01', 'i05'] },
    ])
    expect(column(file, 'proposed')).toEqual(['competent', 'excellent', 'competent', 'excellent', 'competent'])
    expect(column(file, 'rank')).toEqual([4, 1, 5, 2, 3])
    expect(resultOfBuilt(file, 'i01')).toMatchObject({ notes: ['over-quota'], suggestion: ['renew'] })
    expect(resultOfBuilt(file, 'i03').notes).toEqual([])
  })

  test('a percent with decimals is exact: 28.57 % of 7 is 1 place, 28.58 % is 2', () => {
    const file = (percent: string) => buildPlainYear(totals('91', '92', '93', '94', '95', '96', '97'), quota(percent))
    expect(resultsOfBuilt(file('28.57')).quota[0]?.places).toBe(1)
    expect(resultsOfBuilt(file('28.58')).quota[0]?.places).toBe(2)
  })

  test('counts in the base whoever rule 9 leaves in: blocked and investigated yes, half a year away no', () => {
    const people = [
      {},
      { total: '95', status: { underInvestigation: true } },
      { total: '95', status: { monthsOnPost: 5 } },
      { total: '95', status: { leaveMonths: '6.5' } },
      { total: '95', status: { vetoes: ['泄密'] } },
      { total: '80', status: { unjustifiedAbsence: true } },
      { total: '70' },
    ]
    expect(resultsOfBuilt(buildPlainYear(people)).quota).toEqual([
      { pool: 'all', base: 5, places: 1, within: [], tied: [], over: [] },
    ])
  })

  test('none in the scheme: no pools, everybody keeps the grade', () => {
    const { excellentQuota: _, ...scheme } = buildPlainYear(totals('95', '96')).scheme
    const file = { ...buildPlainYear(totals('95', '96')), scheme }
    expect(resultsOfBuilt(file).quota).toEqual([])
    expect(column(file, 'proposed')).toEqual(['excellent', 'excellent'])
  })

  test('an empty roster has a pool of nobody', () => {
    expect(resultsOfBuilt(buildPlainYear([]))).toMatchObject({
      quota: [{ pool: 'all', base: 0, places: 0, within: [], tied: [], over: [] }],
      results: [],
    })
  })

  test('goes to who is behind in total only after who is before, whatever flags took from the top', () => {
    // The best total has a veto: his place goes on.
    const people = [{ total: '99', status: { vetoes: ['泄密'] } }, ...totals('98', '97')]
    const file = buildPlainYear(people, quota('34'))
    expect(resultsOfBuilt(file).quota).toMatchObject([{ base: 3, places: 1, within: ['i02'], over: ['i03'] }])
    expect(column(file, 'proposed')).toEqual(['incompetent', 'excellent', 'competent'])
  })

  test.each([
    ['kind', ['full-time', 'part-time'], [{ kind: 'full-time' }, { kind: 'part-time' }]],
    ['level', ['city', 'district'], [{ level: 'city' }, { level: 'district' }]],
    ['posting', ['西城区', '建筑产业'], [{ posting: '西城区' }, { posting: '建筑产业' }]],
  ] as const)('by %s: one quota for each value', (by, pools, [one, other]) => {
    const people = [
      { ...one, total: '91' },
      { ...other, total: '99' },
      { ...one, total: '92' },
      { ...other, total: '98' },
    ]
    const file = buildPlainYear(people, { excellentQuota: { percent: '50', by } })
    expect(resultsOfBuilt(file).quota).toEqual([
      { pool: pools[0], base: 2, places: 1, within: ['i03'], tied: [], over: ['i01'] },
      { pool: pools[1], base: 2, places: 1, within: ['i02'], tied: [], over: ['i04'] },
    ])
  })
})

describe('a tie at the cut', () => {
  test('leaves all who tie there to the committee: in neither list, no grade, rank kept', () => {
    const file = buildPlainYear(totals('95', '93', '93', '93', '91'), quota('40'))
    expect(resultsOfBuilt(file).quota).toEqual([
      { pool: 'all', base: 5, places: 2, within: ['i01'], tied: ['i02', 'i03', 'i04'], over: ['i05'] },
    ])
    expect(resultOfBuilt(file, 'i03')).toMatchObject({
      proposed: null,
      suggestion: [],
      rank: 2,
      total: '93.00',
      notes: ['tie-at-quota'],
    })
  })

  test('is none where the tie ends at the cut, or begins after it', () => {
    expect(resultsOfBuilt(buildPlainYear(totals('95', '95', '91', '91', '91'), quota('40'))).quota[0]).toMatchObject({
      within: ['i01', 'i02'],
      tied: [],
      over: ['i03', 'i04', 'i05'],
    })
  })

  test('is none where there are no places: all are over', () => {
    expect(resultsOfBuilt(buildPlainYear(totals('95', '95'), quota('0'))).quota[0]).toMatchObject({
      places: 0,
      tied: [],
      over: ['i01', 'i02'],
    })
  })

  test('is on the rounded total: 93.004 and 92.996 tie', () => {
    const file = buildPlainYear(totals('93.004', '92.996'), quota('50'))
    expect(resultsOfBuilt(file).quota[0]?.tied).toEqual(['i01', 'i02'])
  })

  test('all of a pool may tie', () => {
    expect(resultsOfBuilt(buildPlainYear(totals('95', '95', '95'), quota('34'))).quota[0]).toMatchObject({
      places: 1,
      within: [],
      tied: ['i01', 'i02', 'i03'],
      over: [],
    })
  })
})

describe('tie-breakers', () => {
  /** Two people with the same total; votes and rating as given; one place. */
  function twoPeople(
    votes: readonly [readonly number[], readonly number[]],
    scores: readonly [string, string],
    tieBreakers: string[],
    meetingWeight = '50',
  ): EvaluationFile {
    const group = { groups: [{ id: 'A', name: '代表', weight: '100' }] }
    const ratingWeight = String(100 - Number(meetingWeight))
    return buildEvaluation({
      scheme: buildScheme({
        components: [
          buildBallotComponent({ ...group, weight: meetingWeight, missing: 'renormalise' }),
          buildRatingComponent({ weight: ratingWeight }),
        ],
        excellentQuota: { percent: '50', by: 'all' },
        tieBreakers,
      }),
      instructors: buildInstructors(2, { sources: ['district'] }),
      self: [],
      meetings: [buildMeeting([...buildVotes('i01', { A: votes[0] }), ...buildVotes('i02', { A: votes[1] })])],
      ratings: [
        buildRating({ instructor: 'i01', score: scores[0] }),
        buildRating({ instructor: 'i02', score: scores[1] }),
      ],
    })
  }
  const within = (file: EvaluationFile) => resultsOfBuilt(file).quota[0]?.within

  test('a component’s score decides: meeting 95 and rating 91 against 91 and 95', () => {
    const votes = [
      [11, 9],
      [15, 5],
    ] as const
    // meeting 91 and 95
    expect(within(twoPeople(votes, ['95', '91'], ['meeting']))).toEqual(['i02'])
    expect(within(twoPeople(votes, ['95', '91'], ['rating']))).toEqual(['i01'])
    expect(within(twoPeople(votes, ['95', '91'], []))).toEqual([])
  })

  test('the exact score decides, not the printed one', () => {
    // 93.3333… and 93.33 print alike, total 93.33 both.
    const file = twoPeople(
      [
        [2, 1],
        [2, 1],
      ],
      ['93.331', '93.332'],
      ['rating'],
    )
    expect(resultsOfBuilt(file).results.map(person => person.total)).toEqual(['93.33', '93.33'])
    expect(within(file)).toEqual(['i02'])
  })

  test('excellentRate decides where totals and scores are equal: 4/0/1 has more excellent marks than 3/2/0', () => {
    // 4×100 + 60 = 460 and 3×100 + 2×80 = 460, of five marks each.
    const votes = [
      [3, 2, 0],
      [4, 0, 1],
    ] as const
    expect(within(twoPeople(votes, ['95', '95'], ['meeting', 'excellentRate', 'rating']))).toEqual(['i02'])
    expect(resultsOfBuilt(twoPeople(votes, ['95', '95'], ['meeting'])).quota[0]?.tied).toEqual(['i01', 'i02'])
  })

  test('excellentRate is a share of the marks, not of the ballots', () => {
    // i02 has two abstentions: 4 of 5 marks against 5 of 7.
    const votes = [
      [5, 2],
      [4, 1],
    ] as const
    const file = twoPeople(votes, ['95', '95'], ['excellentRate'], '0.01')
    expect(resultsOfBuilt(file).results.map(person => person.total)).toEqual(['95.00', '95.00'])
    expect(within(file)).toEqual(['i02'])
  })

  test('excellentRate leaves marks without points (不了解) out: 4 of 5 against 5 of 7, whatever else was ticked', () => {
    const file = twoPeople(
      [
        [5, 2],
        [4, 1],
      ],
      ['95', '95'],
      ['excellentRate'],
      '0.01',
    )
    const scale = {
      kind: 'grades' as const,
      options: [...FOUR_GRADES, { id: 'unknown', label: '不了解' }],
    }
    const components = file.scheme.components.map(part => (part.kind === 'ballot' ? { ...part, scale } : part))
    const unknown = [
      buildTally({ instructor: 'i01', marks: { ...marks(5, 2), unknown: 0 }, abstain: 9 }),
      buildTally({ instructor: 'i02', marks: { ...marks(4, 1), unknown: 11 } }),
    ]
    const meetings = [buildMeeting(unknown)]
    expect(within({ ...file, scheme: { ...file.scheme, components }, meetings })).toEqual(['i02'])
  })

  test('are asked in the scheme’s order', () => {
    const votes = [
      [11, 9],
      [15, 5],
    ] as const
    expect(within(twoPeople(votes, ['95', '91'], ['rating', 'meeting']))).toEqual(['i01'])
    expect(within(twoPeople(votes, ['95', '91'], ['meeting', 'rating']))).toEqual(['i02'])
  })

  test('who has no value comes last', () => {
    // i01 has no vote: the rating has the whole weight, 93.2; i02 has the same total with a vote.
    const votes = [[], [7, 3]] as const
    const file = twoPeople(votes, ['94', '94'], ['meeting'])
    expect(resultsOfBuilt(file).results.map(person => person.total)).toEqual(['94.00', '94.00'])
    expect(within(file)).toEqual(['i02'])
  })

  test('in none of which two differ: a tie', () => {
    const votes = [
      [3, 2],
      [6, 4],
    ] as const
    const file = twoPeople(votes, ['95', '95'], ['meeting', 'excellentRate', 'rating'])
    expect(resultsOfBuilt(file).quota[0]?.tied).toEqual(['i01', 'i02'])
  })
})
