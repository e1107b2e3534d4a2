import { describe, expect, test } from 'vitest'
import { buildEvaluation, buildRating } from '#tests/fixtures/build-evaluation.ts'
import { buildInstructor } from '#tests/fixtures/build-instructor.ts'
import { buildMeeting, buildVotes } from '#tests/fixtures/build-meeting.ts'
import {
  buildBallotComponent,
  buildRatingComponent,
  buildScheme,
  buildSelfComponent,
} from '#tests/fixtures/build-scheme.ts'
import type { EvaluationFile, SchemeFile } from '#tests/fixtures/evaluation-file.ts'
import { resultOfBuilt } from '#tests/fixtures/read-built.ts'

// SCORING.md rules 5 and 13: the total, what is missing, and the order of what is told about it.

type Missing = 'block' | 'renormalise'

function scheme(
  missing: { self?: Missing; meeting?: Missing; rating?: Missing },
  parts: Missing = 'renormalise',
): SchemeFile {
  return buildScheme({
    components: [
      buildSelfComponent({ missing: missing.self ?? 'block' }),
      buildBallotComponent({ missing: missing.meeting ?? 'block', emptyGroup: parts }),
      buildRatingComponent({ missing: missing.rating ?? 'block', emptySource: parts }),
    ],
  })
}

const year = (overrides: Partial<EvaluationFile>): EvaluationFile =>
  buildEvaluation({ instructors: [buildInstructor({ sources: ['district'] })], ...overrides })

describe('a missing component', () => {
  test('blocks: no total, rank, grade or suggestion; the rest is shown with the weights renormalised over it', () => {
    expect(resultOfBuilt(year({ self: [] }))).toMatchObject({
      total: null,
      rank: null,
      proposed: null,
      suggestion: [],
      blocked: ['self'],
      notes: [],
      components: [
        { id: 'meeting', weight: '55.56', score: '90.90' },
        { id: 'rating', weight: '44.44', score: '90.50' },
      ],
    })
  })

  test('hands its weight to the others, with a note, and is not listed', () => {
    const result = resultOfBuilt(year({ scheme: scheme({ self: 'renormalise' }), self: [] }))
    // (50 × 90.9 + 40 × 90.5) ÷ 90 = 90.7222…
    expect(result).toMatchObject({ total: '90.72', blocked: [], notes: ['missing:self', 'over-quota'] })
    expect(result.components.map(part => [part.id, part.weight])).toEqual([
      ['meeting', '55.56'],
      ['rating', '44.44'],
    ])
  })

  test('never counts as 0: of two missing, the third has the whole weight', () => {
    const file = year({ scheme: scheme({ self: 'renormalise', rating: 'renormalise' }), self: [], ratings: [] })
    expect(resultOfBuilt(file)).toMatchObject({
      total: '90.90',
      components: [{ id: 'meeting', weight: '100' }],
      notes: ['missing:self', 'missing:rating', 'over-quota'],
    })
  })

  test('all missing: no total, whatever the scheme says of each', () => {
    const renormalise = { self: 'renormalise', meeting: 'renormalise', rating: 'renormalise' } as const
    for (const missing of [{}, renormalise])
      expect(resultOfBuilt(year({ scheme: scheme(missing), self: [], meetings: [], ratings: [] }))).toMatchObject({
        total: null,
        rank: null,
        proposed: null,
        components: [],
      })
  })

  test('all missing under block: each is named, in the scheme’s order', () => {
    expect(resultOfBuilt(year({ self: [], meetings: [], ratings: [] })).blocked).toEqual(['self', 'meeting', 'rating'])
  })
})

describe('what is told', () => {
  const meetings = [buildMeeting(buildVotes('i01', { C: [8, 4], A: [6, 3, 1] }))]
  const both = [buildInstructor()]

  test('blocked: `component:part` first, then whole components, each in the scheme’s order', () => {
    const file = year({ scheme: scheme({}, 'block'), instructors: both, self: [], meetings, ratings: [buildRating()] })
    expect(resultOfBuilt(file).blocked).toEqual(['meeting:B', 'meeting:D', 'rating:industry', 'self'])
  })

  test('blocked: a missing component does not also name its parts', () => {
    const file = year({ scheme: scheme({}, 'block'), instructors: both, meetings, ratings: [] })
    expect(resultOfBuilt(file).blocked).toEqual(['meeting:B', 'meeting:D', 'rating'])
  })

  test('notes: missing, empty groups, empty sources, then the quota', () => {
    const file = year({
      scheme: scheme({ self: 'renormalise' }),
      instructors: both,
      self: [],
      meetings,
      ratings: [buildRating()],
    })
    expect(resultOfBuilt(file).notes).toEqual([
      'missing:self',
      'empty-group:B',
      'empty-group:D',
      'empty-source:industry',
      'over-quota',
    ])
  })

  test('notes stand beside what blocks: one part is handed on, another is waited for', () => {
    const file = year({ self: [], meetings })
    expect(resultOfBuilt(file)).toMatchObject({ blocked: ['self'], notes: ['empty-group:B', 'empty-group:D'] })
  })
})

describe('bonus and penalty', () => {
  const adjusted = (bonus: string, penalty: string, score = '90.5') =>
    resultOfBuilt(year({ ratings: [buildRating({ score, bonus, penalty, reason: '见佐证材料' })] }))

  test('are added and taken after weighing, in whole points of the total', () => {
    expect(adjusted('3', '0.5')).toMatchObject({ total: '93.35', bonus: '3.00', penalty: '0.50' })
  })

  test('may lift a person over a line', () => {
    // 86.85 + 3.15 = 90.00
    expect(adjusted('3.15', '0', '80.5')).toMatchObject({ total: '90.00', notes: ['over-quota'] })
    expect(adjusted('3.14', '0', '80.5')).toMatchObject({ total: '89.99', proposed: 'competent', notes: [] })
  })

  test('never lead above 100 or below 0', () => {
    const only = (score: string, adjustment: object) => {
      const component = buildRatingComponent({ weight: '100' })
      const ratings = [buildRating({ score, reason: '见佐证材料', ...adjustment })]
      const components = buildScheme({ components: [component], tieBreakers: [] })
      return resultOfBuilt(year({ scheme: components, self: [], meetings: [], ratings })).total
    }
    expect(only('98', { bonus: '5' })).toBe('100.00')
    expect(only('4', { penalty: '10' })).toBe('0.00')
  })

  test('are printed for a blocked result too', () => {
    const ratings = [buildRating({ bonus: '2', reason: '见佐证材料' })]
    expect(resultOfBuilt(year({ self: [], ratings }))).toMatchObject({ total: null, bonus: '2.00', penalty: '0.00' })
  })
})

describe('what is printed', () => {
  const rated = (score: string) =>
    resultOfBuilt(
      year({
        scheme: buildScheme({
          components: [buildRatingComponent({ weight: '100' })],
          tieBreakers: [],
          excellentQuota: { percent: '100', by: 'all' },
        }),
        self: [],
        meetings: [],
        ratings: [buildRating({ score })],
      }),
    )

  test('is rounded half up: 89.995 is 90.00 and reaches the top line', () => {
    expect(rated('89.995')).toMatchObject({ total: '90.00', proposed: 'excellent' })
  })

  test('is exact where a float is not: 60.065 is 60.07 (a float prints 60.06)', () => {
    expect((60.065).toFixed(2)).toBe('60.06')
    expect(rated('60.065').total).toBe('60.07')
  })

  test('is rounded once: 89.99499… stays below the line', () => {
    expect(rated('89.99499999999999999999999999')).toMatchObject({ total: '89.99', proposed: 'competent' })
  })
})
