import fc from 'fast-check'
import { expect, test } from 'vitest'
import { canonicalDecimal } from '#shared/lib/canonical-decimal.ts'
import { rational } from '#shared/lib/rational.ts'

test.each([
  ['95.50', '95.5'],
  ['95.0', '95'],
  ['007', '7'],
  ['0', '0'],
  ['000.00', '0'],
  ['-0', '0'],
  ['-0.0', '0'],
  ['-1.50', '-1.5'],
  ['100', '100'],
  ['0.010', '0.01'],
])('%s → %s', (text, canonical) => {
  expect(canonicalDecimal(text)).toBe(canonical)
})

test('two decimals have one spelling exactly where they have one value', () => {
  const decimal = fc.stringMatching(/^-?[0-9]{1,3}(\.[0-9]{1,3})?$/)
  fc.assert(
    fc.property(decimal, decimal, (a, b) => {
      expect(canonicalDecimal(a) === canonicalDecimal(b)).toBe(rational(a).equals(rational(b)))
      expect(canonicalDecimal(canonicalDecimal(a))).toBe(canonicalDecimal(a))
    }),
    { numRuns: 500 },
  )
})
