import { describe, expect, test } from 'vitest'
import { buildEvaluation, buildPlainYear, buildRating, buildSelf } from '#tests/fixtures/build-evaluation.ts'
import { buildInstructors } from '#tests/fixtures/build-instructor.ts'
import { buildMeeting, buildMeetingGroup, buildTally, buildVotes, marks } from '#tests/fixtures/build-meeting.ts'
import {
  buildBallotComponent,
  buildRatingComponent,
  buildScheme,
  buildSelfComponent,
  FOUR_GRADES,
} from '#tests/fixtures/build-scheme.ts'
import type { BallotComponentFile, ComponentFile } from '#tests/fixtures/evaluation-file.ts'
import { resultOfBuilt, resultsOfBuilt } from '#tests/fixtures/read-built.ts'

// The table "Worked cases" of SCORING.md, row by row, through the real door and to the printed text.

test('the default scheme, A 6/3/1/0, B 4/3/1/0, C 8/4/0/0, D 3/2/0/0, self 92, rating 90.5: the whole result', () => {
  expect(resultsOfBuilt(buildEvaluation())).toEqual({
    format: 'pingyi/results',
    version: 1,
    year: 2026,
    quota: [{ pool: 'all', base: 1, places: 0, within: [], tied: [], over: ['i01'] }],
    results: [
      {
        instructor: 'i01',
        name: '王晓明',
        components: [
          { id: 'self', weight: '10', score: '92.00' },
          {
            id: 'meeting',
            weight: '50',
            score: '90.90',
            groups: [
              { id: 'A', weight: '30', score: '90.00', ballots: 10 },
              { id: 'B', weight: '20', score: '87.50', ballots: 8 },
              { id: 'C', weight: '30', score: '93.33', ballots: 12 },
              { id: 'D', weight: '20', score: '92.00', ballots: 5 },
            ],
          },
          { id: 'rating', weight: '40', score: '90.50' },
        ],
        bonus: '0.00',
        penalty: '0.00',
        total: '90.85',
        rank: 1,
        proposed: 'competent',
        suggestion: ['renew'],
        rates: {
          excellent: '60.0',
          competent: '34.3',
          basic: '5.7',
          incompetent: '0.0',
          abstain: '0.0',
          void: '0.0',
        },
        flags: [],
        notes: ['over-quota'],
        blocked: [],
      },
    ],
  })
})

test('the same person among five keeps the top grade: award and renewal, as the results example shows', () => {
  const instructors = buildInstructors(5, { sources: ['district'] })
  const file = buildEvaluation({ instructors })
  expect(resultOfBuilt(file)).toMatchObject({
    total: '90.85',
    rank: 1,
    proposed: 'excellent',
    suggestion: ['award', 'renew'],
  })
  expect(resultsOfBuilt(file).quota).toEqual([{ pool: 'all', base: 5, places: 1, within: ['i01'], tied: [], over: [] }])
})

test('components 20/30/50 with 85, 90, 80 → 84.00', () => {
  const components: ComponentFile[] = [
    { id: 'self', kind: 'self', name: '自评', weight: '20', missing: 'block' },
    buildRatingComponent({ id: 'district', weight: '30', sources: [{ id: 'district', name: '区', weight: '100' }] }),
    buildRatingComponent({ id: 'city', weight: '50', sources: [{ id: 'city', name: '市', weight: '100' }] }),
  ]
  const result = resultOfBuilt(
    buildEvaluation({
      scheme: buildScheme({ components, tieBreakers: [] }),
      instructors: buildInstructors(1, { sources: ['district', 'city'] }),
      self: [{ instructor: 'i01', score: '85' }],
      meetings: [],
      ratings: [buildRating({ score: '90' }), buildRating({ source: 'city', score: '80' })],
    }),
  )
  expect(result.total).toBe('84.00')
})

describe('expected 187: 92/74/12/3, 6 absent, denominator `expected`', () => {
  const file = (lowest: string) =>
    buildEvaluation({
      scheme: buildScheme({
        components: [oneGroup({ points: lowest })],
        rateDenominator: 'expected',
        tieBreakers: [],
      }),
      instructors: buildInstructors(1, { kind: 'part-time' }),
      self: [],
      ratings: [],
      meetings: [
        buildMeeting([buildTally({ marks: marks(92, 74, 12, 3) })], {
          groups: [{ id: 'A', expected: 187, attended: 181, printed: 200, issued: 181, returned: 181 }],
        }),
      ],
    })

  test('rates 49.2 / 39.6 / 6.4 / 1.6 / 3.2', () => {
    expect(resultOfBuilt(file('40')).rates).toEqual({
      excellent: '49.2',
      competent: '39.6',
      basic: '6.4',
      incompetent: '1.6',
      abstain: '3.2',
      void: '0.0',
    })
  })

  test.each([
    ['0', '87.51'],
    ['40', '88.18'],
  ])('points 100/80/60/%s → %s', (lowest, total) => {
    expect(resultOfBuilt(file(lowest)).total).toBe(total)
  })
})

test.each([
  [['92', '96', '95'], '94.60'],
  [['94', '96', '94'], '95.00'],
])('weights 30/50/20 with %j → %s', (scores, total) => {
  const sources = ['a', 'b', 'c']
  const weights = ['30', '50', '20']
  const component = buildRatingComponent({
    weight: '100',
    sources: sources.map((id, index) => ({ id, name: id, weight: weights[index] ?? '' })),
  })
  const result = resultOfBuilt(
    buildEvaluation({
      scheme: buildScheme({ components: [component], tieBreakers: [] }),
      instructors: buildInstructors(1, { sources }),
      self: [],
      meetings: [],
      ratings: sources.map((source, index) => buildRating({ source, score: scores[index] ?? '' })),
    }),
  )
  expect(result.total).toBe(total)
})

test('14/8/2/1 at 100/80/60/40 → 88.00', () => {
  const result = resultOfBuilt(
    buildEvaluation({
      scheme: buildScheme({ components: [oneGroup()], tieBreakers: [] }),
      instructors: buildInstructors(1),
      self: [],
      ratings: [],
      meetings: [buildMeeting(buildVotes('i01', { A: [14, 8, 2, 1] }))],
    }),
  )
  expect(result.total).toBe('88.00')
})

test.each([
  [5, 1],
  [18, 3],
  [91, 18],
  [106, 21],
])('quota 20 %% of %i → %i places', (people, places) => {
  const { quota } = resultsOfBuilt(buildPlainYear(Array.from({ length: people }, () => ({ total: '80' }))))
  expect(quota).toEqual([{ pool: 'all', base: people, places, within: [], tied: [], over: [] }])
})

function oneGroup(lowest: { points: string } = { points: '40' }): BallotComponentFile {
  const options = FOUR_GRADES.map(option => (option.id === 'incompetent' ? { ...option, ...lowest } : option))
  return buildBallotComponent({
    weight: '100',
    groups: [{ id: 'A', name: '代表', weight: '100' }],
    scale: { kind: 'grades', options },
  })
}

describe('the example file of SCORING.md', () => {
  test('is read as it stands: every key of the document is known', () => {
    const file = buildEvaluation({
      instructors: [
        {
          id: 'i01',
          name: '王××',
          sex: '男',
          birthYear: 1958,
          education: '大学本科',
          training: '…',
          unit: '…',
          kind: 'full-time',
          level: 'city',
          posting: '西城区',
          engagedFrom: '2025-01-01',
          engagedTo: '2026-12-31',
          phone: '…',
          sources: ['district'],
          status: {
            monthsOnPost: 12,
            leaveMonths: '0',
            unjustifiedAbsence: false,
            underInvestigation: false,
            vetoes: [],
          },
          history: [{ year: 2025, grade: 'competent' }],
        },
      ],
      scheme: buildScheme({ components: [buildSelfComponent(), buildBallotComponent(), buildRatingComponent()] }),
      self: [buildSelf()],
      meetings: [
        {
          id: 'm1',
          component: 'meeting',
          round: 1,
          date: '2026-12-10',
          place: '…',
          groups: [
            { id: 'A', expected: 30, attended: 28, printed: 35, issued: 28, returned: 27, void: 1 },
            buildMeetingGroup({ id: 'B', returned: 0 }),
          ],
          tallies: [
            {
              instructor: 'i01',
              group: 'A',
              indicator: 'overall',
              marks: { excellent: 15, competent: 8, basic: 1, incompetent: 0 },
              abstain: 2,
              invalid: 0,
              self: 0,
            },
          ],
        },
      ],
      ratings: [
        {
          instructor: 'i01',
          source: 'district',
          by: '西城区总工会',
          score: '90.5',
          months: 12,
          bonus: '0',
          penalty: '0',
          reason: '',
          comment: '…',
        },
      ],
      decisions: [
        {
          instructor: 'i01',
          kind: 'confirm',
          proposed: 'excellent',
          final: 'excellent',
          reason: '',
          clause: '',
          by: '考评小组',
          date: '2026-12-20',
        },
      ],
    })
    // 24 marks: 15 × 100 + 8 × 80 + 1 × 60 = 2200 → 91.67; alone it has the whole weight.
    expect(resultOfBuilt(file)).toMatchObject({
      total: '91.23',
      notes: ['empty-group:B', 'empty-group:C', 'empty-group:D', 'over-quota'],
    })
  })
})
