import { type RandomBytes, randomBelow } from '#shared/domain/ballot/random-bytes.ts'
import { checkDigit, passesCheck } from '#shared/domain/ballot/slip/check-digit.ts'

const DIGITS = 23
const HALF = 10 ** 12

/**
 * A new code for the recovery sheet (应急开箱单): 24 digits with a check digit, 76 bits behind scrypt, which nobody
 * searches. Digits as on a slip: they can be typed anywhere and read out.
 */
export function newRecoveryCode(random: RandomBytes): string {
  const body = [0, 1].map(() => String(randomBelow(HALF, random)).padStart(12, '0')).join('')
  const digits = body.slice(0, DIGITS)
  return digits + checkDigit(digits)
}

/** A code as printed, in fours. */
export function printedRecoveryCode(code: string): string {
  return code.replace(/(\d{4})(?=\d)/g, '$1-')
}

/** A code as typed (spaces, dashes, full-width digits) as its digits; `null` where it cannot be one. */
export function readRecoveryCode(typed: string): string | null {
  const digits = typed.normalize('NFKC').replace(/[\s\p{Pd}\u2212]/gu, '')
  return /^[0-9]{24}$/.test(digits) && passesCheck(digits) ? digits : null
}
