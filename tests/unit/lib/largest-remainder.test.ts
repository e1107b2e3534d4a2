import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { tenthsOfPercent, tenthsText } from '#shared/lib/largest-remainder.ts'

describe('tenthsOfPercent', () => {
  test('of nothing is null', () => {
    expect(tenthsOfPercent([])).toBeNull()
    expect(tenthsOfPercent([0, 0])).toBeNull()
  })

  test.each([
    [
      [92, 74, 12, 3, 6],
      [492, 396, 64, 16, 32],
    ],
    [
      [1, 1, 1],
      [334, 333, 333],
    ],
    [
      [1, 1, 1, 1, 1, 1],
      [167, 167, 167, 167, 166, 166],
    ],
    [
      [0, 5],
      [0, 1000],
    ],
  ])('%j → %j', (counts, tenths) => {
    expect(tenthsOfPercent(counts)).toEqual(tenths)
  })

  test('total 1000, lie within a tenth of the exact share, and keep the order of the counts', () => {
    const counts = fc.array(fc.nat(1_000_000_000), { minLength: 1, maxLength: 12 })
    fc.assert(
      fc.property(counts, list => {
        const tenths = tenthsOfPercent(list)
        const all = list.reduce((total, count) => total + BigInt(count), 0n)
        // `fc` takes what is returned for an answer.
        if (all === 0n) {
          expect(tenths).toBeNull()
          return
        }
        expect(tenths?.reduce((total, share) => total + share, 0)).toBe(1000)
        list.forEach((count, index) => {
          const away = BigInt(tenths?.[index] ?? -1) * all - BigInt(count) * 1000n
          expect(away > -all && away < all).toBe(true)
          list.forEach((other, position) => {
            if (count > other) expect(tenths?.[index]).toBeGreaterThanOrEqual(tenths?.[position] ?? -1)
          })
        })
      }),
    )
  })
})

test.each([
  [0, '0.0'],
  [7, '0.7'],
  [343, '34.3'],
  [1000, '100.0'],
])('tenthsText of %i is %s', (tenths, text) => {
  expect(tenthsText(tenths)).toBe(text)
})
