import fc from 'fast-check'
import Fraction from 'fraction.js'
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
        expect(value.n * 10n ** BigInt(places.length)).toBe(units * value.d)
      }),
    )
  })
})

describe('arithmetic', () => {
  // The sizes around which a number stops being exact, and the small ones that scores are made of.
  const integer = fc.oneof(
    fc.bigInt(-200n, 200n),
    fc.bigInt(2n ** 53n - 3n, 2n ** 53n + 3n),
    fc.bigInt(-(2n ** 27n), 2n ** 27n),
    fc.bigInt(-(2n ** 90n), 2n ** 90n),
  )
  const step = fc.tuple(fc.constantFrom('add', 'sub', 'mul', 'div'), integer, integer)

  // An operation done in numbers that were too large for it; a fraction that is compared or floored before it is reduced.
  test('agrees with an independent library over chains of operations', () => {
    fc.assert(
      fc.property(integer, fc.array(step, { maxLength: 12 }), (start, steps) => {
        let value = rational(start)
        let expected = new Fraction(start)
        for (const [operation, top, bottom] of steps) {
          if (bottom === 0n || (operation === 'div' && top === 0n)) continue
          value = value[operation](rational(top).div(bottom))
          expected = expected[operation](new Fraction(top, bottom))
        }
        expect([value.n, value.d]).toEqual([expected.s * expected.n, expected.d])
        const whole = expected.floor()
        expect(value.floor().n).toBe(whole.s * whole.n)
        expect(value.compare(start)).toBe(Math.sign(expected.compare(start)))
        expect(value.lt(start)).toBe(expected.lt(start))
        expect(value.gte(start)).toBe(expected.gte(start))
        expect(value.equals(start)).toBe(expected.equals(start))
      }),
      { numRuns: 1000 },
    )
  })

  // A sum of thousands of thirds and sevenths that keeps every denominator it met.
  test('a long sum of unlike fractions stays exact', () => {
    const parts = Array.from({ length: 3000 }, (_, index) => rational(1).div(101 + (index % 60)))
    const expected = Array.from({ length: 60 }, (_, index) => new Fraction(50, 101 + index))
    const total = expected.reduce((left, right) => left.add(right))
    expect([sum(parts).n, sum(parts).d]).toEqual([total.n, total.d])
  })

  test('refuses what is no decimal, and a division by nothing', () => {
    for (const text of ['', '1/3', '1e3', '.5', '5.', '+1', ' 1', 'NaN'])
      expect(() => rational(text)).toThrow(RangeError)
    expect(() => rational(1).div('0.00')).toThrow(RangeError)
  })

  test.each([
    ['99.50', '99.5'],
    ['-0.125', '-0.125'],
    ['100', '100'],
    ['0', '0'],
  ])('%s is told as %s', (value, text) => {
    expect(String(rational(value))).toBe(text)
  })

  test('what has no end as a decimal is told as a fraction', () => {
    expect(String(HUNDRED.div('30'))).toBe('10/3')
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
