import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { newSlips } from '#electron/host/box/new-slips.ts'
import { secureRandom } from '#electron/host/urn/secure-random.ts'
import { randomBelow } from '#shared/domain/ballot/random-bytes.ts'
import { checkDigit } from '#shared/domain/ballot/slip/check-digit.ts'
import { groupOfSlipCode, newSlipCode, printedSlipCode, readSlipCode } from '#shared/domain/ballot/slip/slip-code.ts'
import { slipProof } from '#shared/domain/ballot/slip/slip-proof.ts'
import { buildSetUp } from './build-set-up.ts'

const code = fc.nat({ max: 3 }).map(group => newSlipCode(group, 4, secureRandom))

describe('a slip code as typed', () => {
  // Catches: a code that is refused because an old phone types full-width digits or a clerk prints spaces.
  test.each([
    ['as printed', (digits: string) => printedSlipCode(digits)],
    ['with spaces', (digits: string) => digits.replace(/(.{4})/g, ' $1 ')],
    ['full-width', (digits: string) => digits.replace(/[0-9]/g, d => String.fromCharCode(d.charCodeAt(0) + 0xfee0))],
    ['with long dashes', (digits: string) => digits.replace(/(.{4})(?=.)/g, '$1—')],
    ['with a line end', (digits: string) => `${digits}\r\n`],
  ])('%s', (_, typed) => {
    fc.assert(fc.property(code, digits => readSlipCode(typed(digits)) === digits))
  })

  // Catches: a check digit that lets the commonest typing mistakes through to "unknown slip", or to another's slip.
  test('one wrong digit, or two neighbours swapped, is noticed', () => {
    fc.assert(
      fc.property(code, fc.nat({ max: 15 }), fc.integer({ min: 1, max: 9 }), (digits, place, shift) => {
        const wrong = String((Number(digits[place]) + shift) % 10)
        expect(readSlipCode(digits.slice(0, place) + wrong + digits.slice(place + 1))).toBeNull()
        const swapped = digits.slice(0, place) + (digits[place + 1] ?? '') + digits[place] + digits.slice(place + 2)
        if (place < 15 && digits[place] !== digits[place + 1]) expect(readSlipCode(swapped)).toBeNull()
      }),
    )
  })

  test.each(['', '1234', 'ABCD-EFGH-JKLM-NPQR', '0'.repeat(17), '１２３４', '٠'.repeat(16), '0000-0000-0000-000O'])(
    'is refused: %s',
    typed => {
      expect(readSlipCode(typed)).toBeNull()
    },
  )

  // H. M. Damm's own example, so that the table is his and not one that only agrees with itself.
  test('the check digit of 572 is 4', () => {
    expect(checkDigit('572')).toBe('4')
  })
})

describe('new slips', () => {
  // Catches: a slip that shows the ballot of another group (a peer without a row of his own).
  test('a code tells its group', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), fc.nat(), (groups, any) => {
        const group = any % groups
        const digits = newSlipCode(group, groups, secureRandom)
        expect(digits).toMatch(/^[0-9]{16}$/)
        expect(groupOfSlipCode(digits, groups)).toBe(group)
        expect(readSlipCode(digits)).toBe(digits)
      }),
    )
  })

  // Catches: a predictable or short draw. With a chance of 10^-15 for an honest generator.
  test('every digit of the body takes every value', () => {
    const seen = Array.from({ length: 15 }, () => new Set<string>())
    for (let run = 0; run < 2_000; run++)
      for (const [place, digit] of [...newSlipCode(run % 4, 4, secureRandom)].slice(0, 15).entries())
        seen[place]?.add(digit)
    expect(seen.map(values => values.size)).toEqual(Array.from({ length: 15 }, () => 10))
  })

  test('are as many as asked for, all different, and nothing but group and code', () => {
    const setUp = buildSetUp({ groups: [300, 0, 200].map((slips, index) => ({ id: `G${index}`, name: '组', slips })) })
    const slips = newSlips(setUp, secureRandom)
    expect(new Set(slips.map(slip => slip.digits)).size).toBe(500)
    expect(Map.groupBy(slips, slip => slip.group).get('G0')).toHaveLength(300)
    expect(slips.every(slip => readSlipCode(slip.code) === slip.digits)).toBe(true)
  })

  // Catches: slips left in the order they were made, group by group, so that a place in the list would tell the group.
  test('stand in random order', () => {
    const setUp = buildSetUp({ groups: ['A', 'B'].map(id => ({ id, name: '组', slips: 200 })) })
    const order = newSlips(setUp, secureRandom).map(slip => slip.group)
    const inFirstHalf = order.slice(0, 200).filter(group => group === 'A').length
    // Expected 100 with a deviation of 5; sorted lists give 200 or 0.
    expect(Math.abs(inFirstHalf - 100)).toBeLessThan(30)
  })

  test('a proof is of one box only and shows nothing of the code', () => {
    const proof = slipProof('0000000000000000', '00'.repeat(16))
    expect(proof).toHaveLength(32)
    expect(slipProof('0000000000000000', '01'.repeat(16))).not.toEqual(proof)
    expect(slipProof('1000000000000001', '00'.repeat(16))).not.toEqual(proof)
  })
})

describe('a random number below a limit', () => {
  // Catches: an endless loop on a limit above the generator's range (found by use: 10^15 / 2 groups).
  test.each([1, 2, 10, 5e14, 2 ** 53])('%d', limit => {
    for (let run = 0; run < 50; run++) expect(randomBelow(limit, secureRandom)).toBeLessThan(limit)
  })

  test('refuses a limit that it cannot serve', () => {
    for (const limit of [0, -1, 1.5, 2 ** 54]) expect(() => randomBelow(limit, secureRandom)).toThrow(RangeError)
  })

  // Catches: `value % limit` without throwing the rest away: 3 of 4 equal parts of the range would weigh double.
  test('favours none: bytes beyond the last whole multiple are drawn again', () => {
    const highest = Uint8Array.of(255, 255, 255, 255, 255, 255, 255)
    const draws = [highest, Uint8Array.of(0, 0, 0, 0, 0, 0, 5)]
    expect(randomBelow(3, () => draws.shift() ?? highest)).toBe(2)
    expect(draws).toHaveLength(0)
  })
})
