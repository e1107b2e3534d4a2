import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { resultsOf, writeResults } from '#shared/domain/score/results.ts'
import { scoreYear } from '#shared/domain/score/score-year.ts'
import { arbitraryEvaluation } from '#tests/fixtures/arbitrary-evaluation.ts'
import type { EvaluationFile } from '#tests/fixtures/evaluation-file.ts'
import { readBuilt, resultsOfBuilt } from '#tests/fixtures/read-built.ts'
import { expectedResults } from './oracle/expected-results.ts'

const text = (file: EvaluationFile): string => writeResults(resultsOf(scoreYear(readBuilt(file))))

describe('any valid year', () => {
  test('agrees with a second scorer written from SCORING.md alone', () => {
    fc.assert(
      fc.property(arbitraryEvaluation, file => {
        expect(resultsOfBuilt(file)).toEqual(expectedResults(file))
      }),
      { numRuns: 1500 },
    )
  })

  test('gives the same bytes twice, whatever the order of the rows, except that people stand in roster order', () => {
    fc.assert(
      fc.property(arbitraryEvaluation, fc.infiniteStream(fc.nat(1000)), (file, numbers) => {
        const shuffle = <T>(list: readonly T[]): T[] =>
          list
            .map(item => ({ item, key: numbers.next().value as number }))
            .sort((a, b) => a.key - b.key)
            .map(({ item }) => item)
        const shuffled: EvaluationFile = {
          ...file,
          self: shuffle(file.self ?? []),
          ratings: shuffle(file.ratings ?? []),
          meetings: shuffle(file.meetings ?? []).map(meeting => ({
            ...meeting,
            groups: shuffle(meeting.groups),
            tallies: shuffle(meeting.tallies).map(tally => ({
              ...tally,
              marks: Object.fromEntries(shuffle(Object.entries(tally.marks))),
            })),
          })),
        }
        expect(text(shuffled)).toBe(text(file))
      }),
      { numRuns: 300 },
    )
  })

  test('is the same for each person however the roster is ordered; lists keep the roster order', () => {
    fc.assert(
      fc.property(arbitraryEvaluation, file => {
        const forwards = resultsOfBuilt(file)
        const backwards = resultsOfBuilt({ ...file, instructors: [...file.instructors].reverse() })
        expect(backwards.results).toEqual([...forwards.results].reverse())
        for (const pool of forwards.quota) {
          const other = backwards.quota.find(each => each.pool === pool.pool)
          for (const list of ['within', 'tied', 'over'] as const)
            expect(other?.[list]).toEqual([...pool[list]].reverse())
        }
      }),
      { numRuns: 300 },
    )
  })
})

describe('an edit of any valid year', () => {
  test('gives what the whole year read anew would give, though what it left alone is not worked out again', () => {
    fc.assert(
      fc.property(arbitraryEvaluation, fc.nat(), (file, place) => {
        const year = readBuilt(file)
        scoreYear(year)
        const without = <T>(list: readonly T[]) => list.filter((_, index) => index !== place % list.length)
        const edited = [
          { ...year, self: without(year.self) },
          { ...year, ratings: without(year.ratings) },
          { ...year, ratings: year.ratings.toReversed() },
          { ...year, meetings: without(year.meetings) },
          { ...year, instructors: without(year.instructors) },
          { ...year, scheme: { ...year.scheme, grades: without(year.scheme.grades) } },
        ]
        for (const each of edited)
          expect(writeResults(resultsOf(scoreYear(each)))).toBe(
            writeResults(resultsOf(scoreYear(structuredClone(each)))),
          )
      }),
      { numRuns: 200 },
    )
  })
})

describe('any rates', () => {
  test('total 100.0 exactly in tenths', () => {
    fc.assert(
      fc.property(arbitraryEvaluation, file => {
        for (const { rates } of resultsOfBuilt(file).results) {
          if (rates === null) continue
          const tenths = Object.values(rates).reduce((total, rate) => total + Number(rate.replace('.', '')), 0)
          expect(tenths).toBe(1000)
          for (const rate of Object.values(rates)) expect(rate).toMatch(/^(0|[1-9][0-9]?|100)\.[0-9]$/)
        }
      }),
      { numRuns: 300 },
    )
  })
})

describe('any figure', () => {
  test('is a decimal with its places, within 0 and 100, never NaN', () => {
    fc.assert(
      fc.property(arbitraryEvaluation, file => {
        for (const { components, total, bonus, penalty } of resultsOfBuilt(file).results) {
          const scores = components.flatMap(part => [part.score, ...(part.groups ?? []).map(group => group.score)])
          for (const score of [...scores, ...(total === null ? [] : [total])]) {
            expect(score).toMatch(/^[0-9]+\.[0-9]{2}$/)
            expect(Number(score)).toBeLessThanOrEqual(100)
          }
          for (const points of [bonus, penalty]) expect(points).toMatch(/^[0-9]+\.[0-9]{2}$/)
        }
      }),
      { numRuns: 300 },
    )
  })
})
