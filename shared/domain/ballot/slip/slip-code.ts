import { type RandomBytes, randomBelow } from '#shared/domain/ballot/random-bytes.ts'
import { checkDigit, passesCheck } from './check-digit.ts'

/*
 * A slip's code (测评码) is sixteen digits, printed like a bank card's: fifteen at random and a check digit. Digits,
 * because a phone shows a numeric keypad for them: no input method, no upper case, nothing that looks alike, and they
 * can be read out. The group is in the number (body modulo the number of groups), so that a phone knows which ballot to show
 * without asking.
 *
 * How long: 10^15 bodies are 49.8 bits. A guess hits one of 1,000 slips with a chance of 10^-12. A station on a laptop
 * answers fewer than 5,000 requests a second, so that four hours of nothing but guessing make 7 × 10^7 guesses and one
 * success in fourteen thousand such days; each success could only stuff one ballot, which the count of people present
 * would show (收回 ≤ 实到). Whoever holds the urn file with its key could search the codes in days, but could as well
 * change the program; after the opening the key and the hashes are gone.
 */
const BODY_DIGITS = 15
const BODIES = 10 ** BODY_DIGITS

/** A new code for a slip of one group, sixteen digits without separators. `groupIndex` is below `groupCount`. */
export function newSlipCode(groupIndex: number, groupCount: number, random: RandomBytes): string {
  const inGroup = Math.floor(BODIES / groupCount)
  const body = String(randomBelow(inGroup, random) * groupCount + groupIndex).padStart(BODY_DIGITS, '0')
  return body + checkDigit(body)
}

/** A code as printed and as it stands in the slips file: `1234-5678-9012-3456`. */
export function printedSlipCode(code: string): string {
  return code.replace(/(\d{4})(?=\d)/g, '$1-')
}

/**
 * A code as typed (spaces, any dashes, full-width digits) as sixteen digits; `null` where it cannot be one: a wrong
 * length, another character, or a check digit that does not fit.
 */
export function readSlipCode(typed: string): string | null {
  const digits = typed.normalize('NFKC').replace(/[\s\p{Pd}\u2212]/gu, '')
  return /^[0-9]{16}$/.test(digits) && passesCheck(digits) ? digits : null
}

/** The place in the meeting's groups of a code's group. */
export function groupOfSlipCode(code: string, groupCount: number): number {
  return Number(code.slice(0, BODY_DIGITS)) % groupCount
}
