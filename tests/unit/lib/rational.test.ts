import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { clamp, HUNDRED, rational, roundHalfUp, sum, weightText, ZERO } from '#shared/lib/rational.ts'

describe('rational', () => {
  test('refuses a float: it would be one on its way to a score', () => {
    for (const value of [0.1, 89.995, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53])
      expect(() => rational(value)).toThrow(RangeError)
  })

  test('is exact where floats are not', () => {
    expect(rational('0.1').add('0.2').equals('0.3')).toBe(true)
    expect(rational(1).div(3).mul(3).equals(1)).toBe(true)
  })

  test('reads a decimal string by value: 95.5 is 95.50, 007 is 7', () => {
    expect(rational('95.5').equals(rational('95.50'))).toBe(true)
    expect(rational('007').equals(7)).toBe(true)
  })

  test('reads every decimal of forty characters exactly', () => {
    const digits = fc.stringMatching(/^[0-9]{1,19}$/)
    fc.assert(
      fc.property(digits, digits, fc.boolean(), (whole, places, negative) => {
        const text = `${negative ? '-' : ''}${whole}.${places}`
        const units = BigInt(`${negative ? '-' : ''}${whole}${places}`)
        const value = rational(text)
        expect(value.s * value.n * 10n ** BigInt(places.length)).toBe(units * value.d)
      }),
    )
  })
})

describe('sum and clamp', () => {
  test('sum of nothing is 0', () => {
    expect(sum([]).equals(ZERO)).toBe(true)
  })

  test.each([
    ['-1', '0'],
    ['0', '0'],
    ['50.5', '50.5'],
    ['100', '100'],
    ['100.01', '100'],
  ])('clamp %s within 0 and 100 → %s', (value, held) => {
    expect(clamp(rational(value), ZERO, HUNDRED).equals(held)).toBe(true)
  })
})

describe('roundHalfUp', () => {
  test.each([
    ['89.995', 2, '90.00'],
    ['89.9949', 2, '89.99'],
    ['1.005', 2, '1.01'],
    ['0.5', 0, '1'],
    ['0', 2, '0.00'],
    ['0.004', 2, '0.00'],
    ['0.005', 2, '0.01'],
    ['100', 2, '100.00'],
    ['-0.005', 2, '0.00'],
    ['-0.006', 2, '-0.01'],
    ['-1.5', 0, '-1'],
  ])('%s to %i places → %s', (value, places, text) => {
    expect(roundHalfUp(rational(value), places)).toBe(text)
  })

  test('is the one number of that many places within (value − ½, value + ½] of the last', () => {
    const parts = fc.tuple(fc.bigInt(0n, 10n ** 12n), fc.bigInt(1n, 10n ** 9n), fc.integer({ min: 0, max: 6 }))
    fc.assert(
      fc.property(parts, ([n, d, places]) => {
        const printed = roundHalfUp(rational(n).div(rational(d)), places)
        const units = BigInt(printed.replace('.', ''))
        const scaled = 2n * n * 10n ** BigInt(places)
        // 2·units·d − scaled lies in (−d, d]: at exactly half it went up.
        const difference = 2n * units * d - scaled
        expect(difference > -d && difference <= d).toBe(true)
        expect(printed).toMatch(places === 0 ? /^[0-9]+$/ : new RegExp(`^[0-9]+\\.[0-9]{${places}}$`))
      }),
    )
  })
})

describe('weightText', () => {
  test.each([
    ['10', '10'],
    ['100', '100'],
    ['37.5', '37.5'],
    ['0.01', '0.01'],
    ['0.10', '0.1'],
    ['20.00', '20'],
    ['16.665', '16.67'],
  ])('%s → %s', (value, text) => {
    expect(weightText(rational(value))).toBe(text)
  })

  test('a sixth of a hundred → 16.67', () => {
    expect(weightText(HUNDRED.div(6))).toBe('16.67')
  })
})
