import { describe, expect, test } from 'vitest'
import { buildEvaluation, buildRating, buildSelf } from '#tests/fixtures/build-evaluation.ts'
import { buildInstructor } from '#tests/fixtures/build-instructor.ts'
import { buildScheme, buildSelfComponent } from '#tests/fixtures/build-scheme.ts'
import type { InstructorFile, RatingFile, SelfFile } from '#tests/fixtures/evaluation-file.ts'
import { faultsOfBuilt } from '#tests/fixtures/read-built.ts'
import { setAt } from '#tests/fixtures/set-at.ts'

// SCORING.md "Refused", what concerns the roster, the self-assessments, the ratings and the decisions.

describe('the roster', () => {
  const faults = (...people: readonly InstructorFile[]) =>
    faultsOfBuilt(buildEvaluation({ instructors: [buildInstructor({ sources: ['district'] }), ...people] }))
  const changed = (key: string, value: unknown) =>
    faultsOfBuilt(setAt(buildEvaluation(), ['instructors', 0, key], value))

  test('two people of one id', () => {
    expect(faults(buildInstructor())).toEqual(['instructors[1].id: duplicate'])
  })

  test('two people of one name are two people', () => {
    expect(faults(buildInstructor({ id: 'i02' }))).toEqual([])
  })

  test.each([
    ['sources', ['district', 'county'], 'instructors[0].sources[1]: unknown-id'],
    ['sources', ['district', 'district'], 'instructors[0].sources[1]: duplicate'],
    ['kind', 'volunteer', 'instructors[0].kind: not-a-choice'],
    ['sex', 'male', 'instructors[0].sex: not-a-choice'],
    ['name', ' ', 'instructors[0].name: empty'],
    ['birthYear', 58, 'instructors[0].birthYear: out-of-range'],
    ['birthYear', '1958', 'instructors[0].birthYear: wrong-type'],
    ['engagedFrom', '2026-02-30', 'instructors[0].engagedFrom: not-a-date'],
    ['engagedFrom', '2026/2/3', 'instructors[0].engagedFrom: not-a-date'],
    ['status', { monthsOnPost: -1 }, 'instructors[0].status.monthsOnPost: out-of-range'],
    ['status', { leaveMonths: 6.5 }, 'instructors[0].status.leaveMonths: wrong-type'],
    ['status', { leaveMonths: '-1' }, 'instructors[0].status.leaveMonths: below-minimum'],
    ['status', { vetoes: [''] }, 'instructors[0].status.vetoes[0]: empty'],
    ['status', { onLeave: true }, 'instructors[0].status.onLeave: unknown-key'],
    ['idCard', '110101195801010000', 'instructors[0].idCard: unknown-key'],
  ])('%s %j', (key, value, fault) => {
    expect(changed(key, value)).toEqual([fault])
  })

  test('an end of engagement before its start', () => {
    const person = buildInstructor({ id: 'i02', engagedFrom: '2026-01-01', engagedTo: '2025-12-31' })
    expect(faults(person)).toEqual(['instructors[1].engagedTo: dates-crossed'])
  })

  test('two grades of one past year', () => {
    const history = [
      { year: 2025, grade: 'basic' },
      { year: 2025, grade: 'competent' },
    ]
    expect(changed('history', history)).toEqual(['instructors[0].history[1].year: duplicate'])
  })

  test('no posting where the quota is by it', () => {
    const { posting: _, ...person } = buildInstructor({ sources: ['district'] })
    const scheme = buildScheme({ excellentQuota: { percent: '20', by: 'posting' } })
    expect(faultsOfBuilt(buildEvaluation({ scheme, instructors: [person] }))).toEqual([
      'instructors[0].posting: needs-field',
    ])
  })
})

describe('the self-assessments', () => {
  const faults = (...self: readonly SelfFile[]) => faultsOfBuilt(buildEvaluation({ self: [...self] }))
  const scored = (scores: Record<string, string | undefined>) => {
    const all = Object.entries({ ...buildSelf().scores, ...scores })
    return buildSelf({
      scores: Object.fromEntries(all.flatMap(([id, score]) => (score === undefined ? [] : [[id, score]]))),
    })
  }

  test.each([
    ['an unknown person', [buildSelf({ instructor: 'i99' })], ['self[0].instructor: unknown-id']],
    ['two records of one person', [buildSelf(), buildSelf()], ['self[1].instructor: duplicate']],
    ['above an indicator’s points', [scored({ policy: '17' })], ['self[0].scores.policy: above-maximum']],
    ['a hair above', [scored({ policy: '15.0000000001' })], ['self[0].scores.policy: above-maximum']],
    ['below 0', [scored({ policy: '-0.5' })], ['self[0].scores.policy: below-minimum']],
    ['an unknown indicator', [scored({ charm: '5' })], ['self[0].scores.charm: unknown-id']],
    [
      'some indicators without a score',
      [scored({ policy: undefined, service: undefined })],
      ['self[0].scores.policy: indicator-without-score', 'self[0].scores.service: indicator-without-score'],
    ],
    ['not a decimal', [scored({ policy: '1e1' })], ['self[0].scores.policy: not-a-decimal']],
    ['a sign before a plus', [scored({ policy: '+14' })], ['self[0].scores.policy: not-a-decimal']],
    ['a point without a digit', [scored({ policy: '14.' })], ['self[0].scores.policy: not-a-decimal']],
    ['full-width digits', [scored({ policy: '１４' })], ['self[0].scores.policy: not-a-decimal']],
    ['a trailing line feed', [scored({ policy: '14\n' })], ['self[0].scores.policy: not-a-decimal']],
    ['a decimal without end', [scored({ policy: `1.${'0'.repeat(60)}` })], ['self[0].scores.policy: too-long']],
    ['one score beside the indicators', [buildSelf({ score: '92' })], ['self[0].score: score-beside-indicators']],
  ])('%s', (_, self, expected) => {
    expect(faults(...self)).toEqual(expected)
  })

  test('a score of exactly the points, and of exactly 0, stand', () => {
    expect(faults(scored({ policy: '15.00', integrity: '0' }))).toEqual([])
  })

  test('scores per indicator where the component has none', () => {
    const { indicators: _, ...plain } = buildSelfComponent()
    const scheme = buildScheme()
    const components = [plain, ...scheme.components.slice(1)]
    const file = (self: SelfFile) => buildEvaluation({ scheme: { ...scheme, components }, self: [self] })
    expect(faultsOfBuilt(file(buildSelf()))).toEqual(['self[0].scores: scores-without-indicators'])
    expect(faultsOfBuilt(file({ instructor: 'i01', score: '100.01' }))).toEqual(['self[0].score: above-maximum'])
    expect(faultsOfBuilt(file({ instructor: 'i01', score: '100' }))).toEqual([])
  })
})

describe('the ratings', () => {
  const faults = (...ratings: readonly RatingFile[]) => faultsOfBuilt(buildEvaluation({ ratings: [...ratings] }))
  const reason = '见佐证材料'

  test.each([
    ['an unknown person', [buildRating({ instructor: 'i99' })], ['ratings[0].instructor: unknown-id']],
    ['an unknown source', [buildRating({ source: 'county' })], ['ratings[0].source: unknown-id']],
    [
      'the same rating twice',
      [buildRating(), buildRating()],
      ['ratings[1]: duplicate', 'ratings[0].months: months-needed', 'ratings[1].months: months-needed'],
    ],
    [
      'the same rating twice, months or not',
      [buildRating({ months: 6 }), buildRating({ months: 6 })],
      ['ratings[1]: duplicate'],
    ],
    [
      'two unions of one source without their months',
      [buildRating(), buildRating({ by: '东城区总工会', months: 7 })],
      ['ratings[0].months: months-needed'],
    ],
    ['above 100', [buildRating({ score: '100.5' })], ['ratings[0].score: above-maximum']],
    ['below 0', [buildRating({ score: '-1' })], ['ratings[0].score: below-minimum']],
    ['thirteen months', [buildRating({ months: 13 })], ['ratings[0].months: out-of-range']],
    ['no month', [buildRating({ months: 0 })], ['ratings[0].months: out-of-range']],
    ['a bonus without a reason', [buildRating({ bonus: '1' })], ['ratings[0].reason: reason-needed']],
    [
      'a penalty with a reason of spaces',
      [buildRating({ penalty: '1', reason: '  ' })],
      ['ratings[0].reason: reason-needed'],
    ],
    ['a negative bonus', [buildRating({ bonus: '-1', reason })], ['ratings[0].bonus: below-minimum']],
    ['a bonus over the cap', [buildRating({ bonus: '5.01', reason })], ['ratings[0].bonus: over-cap']],
    ['a penalty over the cap', [buildRating({ penalty: '10.5', reason })], ['ratings[0].penalty: over-cap']],
    [
      'scores per indicator where the component has none',
      [buildRating({ scores: { policy: '9' } })],
      ['ratings[0].scores: scores-without-indicators'],
    ],
  ])('%s', (_, ratings, expected) => {
    expect(faults(...ratings)).toEqual(expected)
  })

  test('caps hold for the sum over a person’s sources; another person’s do not count', () => {
    const two = [buildRating({ bonus: '3', reason }), buildRating({ source: 'industry', bonus: '2.5', reason })]
    expect(faults(...two)).toEqual(['ratings[1].bonus: over-cap'])
    const file = buildEvaluation({
      instructors: [buildInstructor(), buildInstructor({ id: 'i02' })],
      ratings: [buildRating({ bonus: '5', reason }), buildRating({ instructor: 'i02', bonus: '5', reason })],
    })
    expect(faultsOfBuilt(file)).toEqual([])
  })

  test('a bonus of 0 needs no reason, and a bonus at the cap stands', () => {
    expect(faults(buildRating({ bonus: '0', penalty: '0.0' }))).toEqual([])
    expect(faults(buildRating({ bonus: '5', penalty: '10', reason }))).toEqual([])
  })

  test('a scheme without adjustments allows none', () => {
    const { adjustments: _, ...scheme } = buildScheme()
    expect(faultsOfBuilt(buildEvaluation({ scheme, ratings: [buildRating({ bonus: '0.01', reason })] }))).toEqual([
      'ratings[0].bonus: over-cap',
    ])
  })
})

describe('the decisions', () => {
  const decision = {
    instructor: 'i01',
    kind: 'confirm',
    final: 'competent',
    by: '考评小组',
    date: '2026-12-20',
  } as const

  test.each([
    [{ instructor: 'i99' }, ['decisions[0].instructor: unknown-id']],
    [{ final: 'superb' }, ['decisions[0].final: unknown-id']],
    [{ proposed: 'superb' }, ['decisions[0].proposed: unknown-id']],
    [{ kind: 'guess' }, ['decisions[0].kind: not-a-choice']],
    [{ date: '2026-13-01' }, ['decisions[0].date: not-a-date']],
    [{ final: null, proposed: null }, []],
  ])('%j', (change, faults) => {
    expect(faultsOfBuilt(setAt(buildEvaluation(), ['decisions'], [{ ...decision, ...change }]))).toEqual(faults)
  })

  test('several of one person stand: the record is append-only', () => {
    expect(faultsOfBuilt(buildEvaluation({ decisions: [decision, { ...decision, kind: 'review' }] }))).toEqual([])
  })
})
