import { describe, expect, test } from 'vitest'
import { EMPTY_ROW } from '#shared/domain/ballot/combine-tallies.ts'
import { scaleSchema } from '#shared/domain/scheme/scheme.ts'
import { indicatorMean } from '#shared/domain/score/indicator-mean.ts'
import { rational } from '#shared/lib/rational.ts'

describe('the mean of a row of grades', () => {
  // Catches: points of unlike places added up as if they had the same; sums beyond 2^53 that are no longer exact.
  test.each<[readonly string[], readonly number[]]>([
    [
      ['12.5', '80', '0.125'],
      [3, 2, 1],
    ],
    [
      ['-7.25', '7.25', '100'],
      [1_000_000_000, 1_000_000_000, 1],
    ],
    [
      ['9007199254740993', '1', '0'],
      [3, 1, 7],
    ],
    [
      ['99.99999999999999999999', '0.00000000000000000001', '5'],
      [2, 1, 1],
    ],
  ])('of %j, %j times each, is exact', (points, counts) => {
    const options = points.map((each, index) => ({ id: `o${index}`, label: each, points: each }))
    const scale = scaleSchema.parse({ kind: 'grades', options })
    const row = { ...EMPTY_ROW, marks: Object.fromEntries(options.map(({ id }, index) => [id, counts[index] ?? 0])) }
    const total = points.reduce((sum, each, index) => sum.add(rational(each).mul(counts[index] ?? 0)), rational(0))
    const counted = counts.reduce((sum, count) => sum + count, 0)
    const mean = indicatorMean(row, scale)
    expect(mean.counted).toBe(counted)
    expect(mean.points.equals(total)).toBe(true)
    expect(mean.score?.equals(total.div(counted))).toBe(true)
  })
})
