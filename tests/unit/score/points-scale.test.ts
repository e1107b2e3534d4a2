import { describe, expect, test } from 'vitest'
import { scoreYear } from '#shared/domain/score/score-year.ts'
import { buildEvaluation } from '#tests/fixtures/build-evaluation.ts'
import { buildInstructor } from '#tests/fixtures/build-instructor.ts'
import { buildMeeting, buildTally } from '#tests/fixtures/build-meeting.ts'
import { buildBallotComponent, buildScheme } from '#tests/fixtures/build-scheme.ts'
import type { BallotComponentFile, EvaluationFile } from '#tests/fixtures/evaluation-file.ts'
import { faultsOfBuilt, readBuilt, resultOfBuilt } from '#tests/fixtures/read-built.ts'

// SCORING.md rule 1 on a points scale, and the scale's own refusals.

type PointsScale = Extract<BallotComponentFile['scale'], { kind: 'points' }>

function year(
  counts: Record<string, number>,
  scale: Partial<PointsScale> = {},
  again?: Record<string, number>,
): EvaluationFile {
  const component = buildBallotComponent({
    weight: '100',
    groups: [{ id: 'A', name: '代表', weight: '100' }],
    scale: { kind: 'points', min: '0', max: '100', step: '1', trim: { drop: 1, moreThan: 5 }, ...scale },
  })
  const halls = [counts, ...(again ? [again] : [])]
  return buildEvaluation({
    scheme: buildScheme({ components: [component], tieBreakers: ['excellentRate'], minGroupBallots: 1 }),
    instructors: [buildInstructor()],
    self: [],
    ratings: [],
    meetings: halls.map((marks, index) => buildMeeting([buildTally({ marks })], { id: `m${index + 1}` })),
  })
}

describe('trim { drop 1, moreThan 5 }', () => {
  test.each([
    ['five marks: none goes', { 100: 1, 90: 3, 50: 1 }, '84.00'],
    ['six marks: the highest and the lowest go', { 100: 1, 90: 4, 50: 1 }, '90.00'],
    ['one of several equal ones goes', { 100: 3, 80: 3 }, '90.00'],
    ['one number only', { 88: 9 }, '88.00'],
    ['a single mark', { 95.5: 1 }, '95.50'],
    ['ten is above nine, as numbers are', { 10: 1, 9: 5, 8: 1 }, '9.00'],
  ])('%s', (_, marks, total) => {
    expect(resultOfBuilt(year(marks)).total).toBe(total)
  })

  test('drop 2: two of each end go, over several numbers', () => {
    const marks = { 100: 1, 99: 1, 90: 2, 80: 2, 10: 1, 0: 1 }
    expect(resultOfBuilt(year(marks, { trim: { drop: 2, moreThan: 4 } })).total).toBe('85.00')
  })

  test('looks at the marks of all halls together', () => {
    // Three marks in each hall: only together are they more than five.
    expect(resultOfBuilt(year({ 100: 1, 90: 2 }, {}, { 90: 2, 0: 1 })).total).toBe('90.00')
  })

  test('says what it dropped, and every ballot still counts as one', () => {
    const component = scoreYear(readBuilt(year({ 100: 1, 90: 4, 50: 1 }))).people[0]?.components[0]
    const group = component?.kind === 'ballot' ? component.groups[0] : undefined
    expect(group?.indicators[0]?.dropped).toEqual(['50', '100'])
    expect(group?.ballots).toBe(6)
  })

  test('without trim all marks count', () => {
    const { trim: _, ...plain } = { kind: 'points' as const, min: '0', max: '100', step: '1', trim: undefined }
    expect(resultOfBuilt(year({ 100: 1, 90: 4, 40: 1 }, { ...plain, trim: undefined })).total).toBe('83.33')
  })
})

describe('a points scale', () => {
  test('has no rates and no excellent rate, and sets no satisfaction flags', () => {
    expect(resultOfBuilt(year({ 10: 9 }))).toMatchObject({ rates: null, flags: [] })
  })

  test('reads the example of SCORING.md: 95.5 and 88', () => {
    expect(resultOfBuilt(year({ 95.5: 1, 88: 3 })).total).toBe('89.88')
  })

  test.each([
    ['95.5 and 95.50 are one key, so both are a duplicate', { '95.5': 1, '95.50': 1 }, '95.50: duplicate'],
    ['88 and 088', { '88': 1, '088': 1 }, '088: duplicate'],
    ['above the maximum', { '100.01': 1 }, '100.01: above-maximum'],
    ['below the minimum', { '-1': 1 }, '-1: below-minimum'],
    ['not a decimal', { '9e1': 1 }, '9e1: not-a-decimal'],
    ['words', { excellent: 1 }, 'excellent: not-a-decimal'],
    ['empty', { '': 1 }, ': not-a-decimal'],
  ])('refuses %s', (_, marks, place) => {
    expect(faultsOfBuilt(year(marks))).toEqual([`meetings[0].tallies[0].marks.${place}`])
  })

  test('counts 95.5 of one hall and 95.50 of another together', () => {
    const component = scoreYear(readBuilt(year({ '95.5': 1 }, {}, { '95.50': 2 }))).people[0]?.components[0]
    const row = component?.kind === 'ballot' ? component.groups[0]?.indicators[0]?.row : undefined
    expect(row?.marks).toEqual({ '95.5': 3 })
  })

  test.each([
    [{ drop: 3, moreThan: 5 }, true],
    [{ drop: 3, moreThan: 6 }, false],
    [{ drop: 0, moreThan: 0 }, false],
  ])('trim %j: moreThan must be at least twice drop', (trim, refused) => {
    expect(faultsOfBuilt(year({ 90: 7 }, { trim }))).toEqual(
      refused ? ['scheme.components[0].scale.trim.moreThan: trim-too-large'] : [],
    )
  })
})
