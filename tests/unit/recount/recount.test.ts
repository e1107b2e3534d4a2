import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { differences, recount } from '#resources/recount/recount.mjs'
import { type Results, resultsOf } from '#shared/domain/score/results.ts'
import { scoreYear } from '#shared/domain/score/score-year.ts'
import { PATIENCE, scaled } from '#tests/crash/depth.ts'
import { buildEvaluation, buildRating, buildSelf } from '#tests/fixtures/build-evaluation.ts'
import { buildInstructor } from '#tests/fixtures/build-instructor.ts'
import { buildMeeting, buildTally, buildVotes, marks } from '#tests/fixtures/build-meeting.ts'
import { buildBallotComponent, buildScheme } from '#tests/fixtures/build-scheme.ts'
import type { EvaluationFile } from '#tests/fixtures/evaluation-file.ts'
import { readBuilt } from '#tests/fixtures/read-built.ts'
import { record } from '#tests/prove/record.ts'
import { buildYear } from '#tests/unit/sheets/build-year.ts'
import { anyYear } from './any-year.ts'

const appResults = (file: EvaluationFile): Results => resultsOf(scoreYear(readBuilt(file)))

describe('two tallies', () => {
  // A wrong total on every sheet of a year: whichever of the two is wrong, they part.
  test(
    'agree on any year',
    () => {
      const years = scaled(400, 5_000)
      fc.assert(
        fc.property(anyYear, file => {
          const evaluation = readBuilt(file)
          expect(differences(evaluation, resultsOf(scoreYear(evaluation)))).toEqual([])
        }),
        { numRuns: years },
      )
      record('recount: years on which the two tallies agree', { years })
    },
    PATIENCE,
  )

  test('agree on a large year', () => {
    const file = buildYear(300)
    expect(differences(readBuilt(file), appResults(file))).toEqual([])
  })
})

describe('the recount by itself', () => {
  const only = (file: EvaluationFile) => recount(readBuilt(file))[0]

  // The script must stand on SCORING.md alone: two tallies that agree may both be wrong.
  test('finds the first worked case of SCORING.md', () => {
    expect(only(buildEvaluation())).toMatchObject({
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
      rates: { excellent: '60.0', competent: '34.3', basic: '5.7', incompetent: '0.0', abstain: '0.0', void: '0.0' },
    })
  })

  const ballotOnly = (overrides: Partial<EvaluationFile>, component = buildBallotComponent({ weight: '100' })) =>
    buildEvaluation({
      scheme: buildScheme({ components: [component], tieBreakers: [], rateDenominator: 'expected' }),
      instructors: [buildInstructor({ kind: 'part-time' })],
      self: [],
      ratings: [],
      ...overrides,
    })

  test('finds the worked case of 187 expected', () => {
    const meeting = buildMeeting([buildTally({ marks: marks(92, 74, 12, 3) })], {
      groups: [{ id: 'A', expected: 187 }],
    })
    const { rates } = only(ballotOnly({ meetings: [meeting] })) ?? {}
    expect(Object.values(rates ?? {})).toEqual(['49.2', '39.6', '6.4', '1.6', '3.2', '0.0'])
  })

  test.each([
    ['14/8/2/1 at 100/80/60/40', [14, 8, 2, 1], '88.00'],
    ['a third', [1, 1, 1], '80.00'],
    ['only abstentions', [0], null],
  ])('%s', (_, votes, total) => {
    const meeting = buildMeeting([buildTally({ marks: marks(...votes), abstain: 3 })])
    expect(only(ballotOnly({ meetings: [meeting] }))?.total).toBe(total)
  })

  // Six marks, the highest and the lowest gone: (88 + 88 + 90 + 95.5) ÷ 4; five marks are not trimmed.
  test.each([
    [{ '0': 1, '88': 2, '90': 1, '95.5': 2 }, '90.38'],
    [{ '0': 1, '88': 2, '90': 1, '95.5': 1 }, '72.30'],
  ])('trims %j to %s', (votes, total) => {
    const scale = { kind: 'points', min: '0', max: '100', step: '0.5', trim: { drop: 1, moreThan: 5 } } as const
    const meeting = buildMeeting([buildTally({ marks: votes })])
    const person = only(ballotOnly({ meetings: [meeting] }, buildBallotComponent({ weight: '100', scale })))
    expect(person).toMatchObject({ total, rates: null })
  })

  test('holds a total within 0 and 100', () => {
    const votes = buildVotes('i01', { A: [9], B: [9], C: [9], D: [9] })
    const file = buildEvaluation({
      self: [
        buildSelf({
          scores: {
            policy: '15',
            guidance: '20',
            bargaining: '20',
            training: '10',
            filing: '10',
            records: '10',
            service: '10',
            integrity: '5',
          },
        }),
      ],
      meetings: [buildMeeting(votes)],
      ratings: [buildRating({ score: '100', bonus: '5', reason: '获奖' })],
    })
    expect(only(file)).toMatchObject({ total: '100.00', bonus: '5.00' })
  })
})

describe('a results file that was changed', () => {
  const file = buildYear(3)
  const evaluation = readBuilt(file)

  // Any one figure, changed by hand, is named with its person and both values.
  const changes: readonly (readonly [string, (text: string) => string, RegExp])[] = [
    [
      'a total',
      text => text.replace(/"total": "[\d.]+"/, '"total": "99.99"'),
      /^王建国（i01） 总分：结果文件 99\.99，复算 \d\d\.\d\d$/,
    ],
    [
      'a component',
      text => text.replace(/"score": "[\d.]+"/, '"score": "1.00"'),
      /^王建国（i01） self 得分：结果文件 1\.00/,
    ],
    ['ballots', text => text.replace(/"ballots": \d+/, '"ballots": 7'), /^王建国（i01） meeting·A 票数：结果文件 7/],
    [
      'a rate',
      text => text.replace(/"excellent": "[\d.]+"/, '"excellent": "12.3"'),
      /^王建国（i01） 比例·excellent：结果文件 12\.3/,
    ],
    ['a name', text => text.replace('王建国', '王建軍'), /^王建国（i01） 姓名：结果文件 王建軍/],
    ['no total', text => text.replace(/"total": "[\d.]+"/, '"total": null'), /^王建国（i01） 总分：结果文件 无/],
  ]
  test.each(changes)('%s', (_, change, line) => {
    const text = JSON.stringify(resultsOf(scoreYear(evaluation)), null, 2)
    const lines = differences(evaluation, JSON.parse(change(text)))
    expect(lines).toHaveLength(1)
    expect(lines[0]).toMatch(line)
  })

  test('somebody left out, doubled, moved', () => {
    const results = resultsOf(scoreYear(evaluation))
    const [first, second, third] = results.results
    expect(differences(evaluation, { ...results, results: [first, second] })).toHaveLength(1)
    expect(differences(evaluation, { ...results, results: [first, second, third, third] })).toEqual([
      '结果文件多出 1 人',
    ])
    expect(differences(evaluation, { ...results, results: [second, first, third] })).toHaveLength(2)
  })

  // A results file that is no results file must be told, not throw.
  test.each([
    null,
    1,
    [],
    {},
    { results: 1 },
    { results: [null, 1, 'x'] },
    { results: [{ instructor: 'i01', components: [null, { groups: [1] }] }] },
  ])('%j', results => {
    expect(differences(evaluation, results).length).toBeGreaterThanOrEqual(3)
  })
})
