import { describe, expect, test } from 'vitest'
import { buildEvaluation, buildRating, buildSelf } from '#tests/fixtures/build-evaluation.ts'
import { buildInstructor } from '#tests/fixtures/build-instructor.ts'
import { buildRatingComponent, buildScheme, buildSelfComponent } from '#tests/fixtures/build-scheme.ts'
import type {
  EvaluationFile,
  InstructorFile,
  RatingComponentFile,
  RatingFile,
} from '#tests/fixtures/evaluation-file.ts'
import { resultOfBuilt } from '#tests/fixtures/read-built.ts'

// SCORING.md rule 4: the self-assessment, and the ratings of district and industry unions.

describe('the self-assessment', () => {
  const component = (indicators?: 'none') => {
    const { indicators: eight, ...plain } = buildSelfComponent({ weight: '100' })
    return indicators === 'none' || !eight ? plain : { ...plain, indicators: eight }
  }
  const year = (self: EvaluationFile['self'], indicators?: 'none') =>
    buildEvaluation({
      scheme: buildScheme({ components: [component(indicators)], tieBreakers: [] }),
      instructors: [buildInstructor()],
      self: self ?? [],
      meetings: [],
      ratings: [],
    })

  test('is Σ scores ÷ Σ points × 100', () => {
    expect(resultOfBuilt(year([buildSelf()])).total).toBe('92.00')
  })

  test('is its `score` where the component has no indicators', () => {
    expect(resultOfBuilt(year([{ instructor: 'i01', score: '88.125' }], 'none')).total).toBe('88.13')
  })

  test('of all zeros is a score of 0, not an absent record', () => {
    const scores = Object.fromEntries(Object.keys(buildSelf().scores ?? {}).map(id => [id, '0']))
    expect(resultOfBuilt(year([{ instructor: 'i01', scores }]))).toMatchObject({
      total: '0.00',
      proposed: 'incompetent',
    })
  })

  test.each([
    ['no record', []],
    ['a record with a summary only', [{ instructor: 'i01', summary: '全年总结。' }]],
    ['a record with an empty list of scores', [{ instructor: 'i01', scores: {} }]],
  ])('%s is absent and blocks', (_, self) => {
    expect(resultOfBuilt(year(self))).toMatchObject({ total: null, components: [], blocked: ['self'] })
  })
})

describe('the ratings', () => {
  const year = (
    ratings: readonly RatingFile[],
    person: Partial<InstructorFile> = {},
    component: Partial<RatingComponentFile> = {},
  ) =>
    buildEvaluation({
      scheme: buildScheme({
        components: [buildRatingComponent({ weight: '100', ...component })],
        tieBreakers: [],
        excellentQuota: { percent: '100', by: 'all' },
      }),
      instructors: [buildInstructor(person)],
      self: [],
      meetings: [],
      ratings: [...ratings],
    })
  const district = (overrides: Partial<RatingFile> = {}) =>
    buildRating({ source: 'district', score: '90', ...overrides })
  const industry = (overrides: Partial<RatingFile> = {}) =>
    buildRating({ source: 'industry', by: '建筑产业工会', score: '80', ...overrides })

  test('are weighted by source: 60 % of 90 and 40 % of 80', () => {
    expect(resultOfBuilt(year([district(), industry()]))).toMatchObject({ total: '86.00', notes: [] })
  })

  test('of a source that must rate and has not hands its weight on, with a note', () => {
    expect(resultOfBuilt(year([industry()]))).toMatchObject({ total: '80.00', notes: ['empty-source:district'] })
  })

  test('of a source that must rate and has not blocks where the scheme says so, and the rest is shown', () => {
    expect(resultOfBuilt(year([industry()], {}, { emptySource: 'block' }))).toMatchObject({
      total: null,
      blocked: ['rating:district'],
      notes: [],
      components: [{ id: 'rating', weight: '100', score: '80.00' }],
    })
  })

  test('of a source that need not rate leaves no note and does not block', () => {
    expect(resultOfBuilt(year([district()], { sources: ['district'] }, { emptySource: 'block' }))).toMatchObject({
      total: '90.00',
      notes: [],
      blocked: [],
    })
  })

  test('of nobody: only the component is named', () => {
    expect(resultOfBuilt(year([], {}, { emptySource: 'block' })).blocked).toEqual(['rating'])
    expect(resultOfBuilt(year([], { sources: ['industry'] })).blocked).toEqual(['rating'])
  })

  test('without a score is absent, but its bonus counts', () => {
    const { score: _, ...unscored } = industry({ bonus: '2', reason: '获评省级示范' })
    expect(resultOfBuilt(year([district(), unscored]))).toMatchObject({
      total: '92.00',
      bonus: '2.00',
      notes: ['empty-source:industry'],
    })
  })

  test('per indicator: Σ scores ÷ Σ points × 100', () => {
    const { score: _, ...base } = district()
    const indicators = [
      { id: 'duty', name: '履职', points: '60' },
      { id: 'discipline', name: '纪律', points: '40' },
    ]
    const rating = { ...base, scores: { duty: '51.5', discipline: '40' } }
    expect(resultOfBuilt(year([rating], { sources: ['district'] }, { indicators })).total).toBe('91.50')
  })

  test('several of one source (a posting changed in mid-year) are averaged by months', () => {
    const ratings = [
      district({ by: '西城区总工会', score: '90', months: 5 }),
      district({ by: '东城区总工会', score: '96', months: 7 }),
    ]
    // (5 × 90 + 7 × 96) ÷ 12
    expect(resultOfBuilt(year(ratings, { sources: ['district'] })).total).toBe('93.50')
  })

  test('several of one source: months weigh only those that scored', () => {
    const { score: _, ...unscored } = district({ by: '东城区总工会', months: 7 })
    const ratings = [district({ by: '西城区总工会', months: 5 }), unscored]
    expect(resultOfBuilt(year(ratings, { sources: ['district'] })).total).toBe('90.00')
  })

  test('add their bonuses and penalties over all sources', () => {
    const ratings = [
      district({ bonus: '1.5', penalty: '0.25', reason: '见附件一' }),
      district({ by: '东城区总工会', months: 3, bonus: '1', reason: '见附件二' }),
      industry({ bonus: '2.5', penalty: '1', reason: '见附件三' }),
    ].map(rating => ({ months: 9, ...rating }))
    // 86 + 5 − 1.25
    expect(resultOfBuilt(year(ratings))).toMatchObject({ bonus: '5.00', penalty: '1.25', total: '89.75' })
  })
})
