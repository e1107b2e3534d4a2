import { failure, type Result, success } from '#shared/lib/result.ts'
import { type CellFault, cellFault } from './problem.ts'
import { halfWidth, visible } from './tidy.ts'

const MOBILE = /^1[3-9][0-9]{9}$/
// Area codes: 010 and 02x have three digits, all others four.
const LANDLINE = /^(010|02[0-9]|0[3-9][0-9]{2})-?([2-9][0-9]{6,7})(?:-([0-9]{1,6}))?$/
// Numbers without an area code, and an office network's own short numbers.
const LOCAL = /^[2-9][0-9]{4,7}(?:-[0-9]{1,6})?$/
const SERVICE = /^[48]00-?[0-9]{3,4}-?[0-9]{3,4}$/
// 86 only before a whole number: a local number may begin with it.
const COUNTRY = /^(?:\+|00)?86-?(?=1[3-9][0-9]-?[0-9]{4}-?[0-9]{4}$|0[1-9][0-9]{1,2}-?[2-9][0-9]{6})/
const LABEL = /(?:联系)?(?:手机|电话|办公室?|固话|座机|住宅|宅电|移动|单位|家庭?)(?:号码?|电话)?:?/gu
const SCIENTIFIC = /^[0-9](?:\.[0-9]+)?[Ee]\+?[0-9]+$/

/**
 * One phone number or several, joined by `、`: mobiles as 11 digits, landlines as `0411-82345678`. `+86`, spaces and
 * dashes within a number go. Anything else is a fault; its details give how many digits were found, never the number.
 */
export function parsePhone(text: string): Result<string, CellFault> {
  const plain = halfWidth(visible(text))
    .replace(/^'/, '')
    .replaceAll(/[—–－―]/g, '-')
  if (SCIENTIFIC.test(plain.replaceAll(' ', ''))) return failure(cellFault('phone-scientific'))
  const numbers: string[] = []
  const parts = plain.replace(LABEL, ' ').split(/[、，,;/\\|\n]|或者?|及|和/u)
  for (const part of parts) {
    if (part.trim() === '') continue
    const found = numbersOf(part)
    if (!found) return failure(cellFault('not-a-phone', { digits: (part.match(/[0-9]/g) ?? []).length }))
    numbers.push(...found)
  }
  if (numbers.length === 0) return failure(cellFault('not-a-phone', { digits: 0 }))
  return success([...new Set(numbers)].join('、'))
}

/** The numbers of a piece: one written with spaces (`138 1234 5678`), or several with spaces between; null where unclear. */
function numbersOf(part: string): readonly string[] | null {
  const whole = numberOf(part.replace(/\s+/gu, ''))
  if (whole !== null) return [whole]
  const numbers = part.trim().split(/\s+/u).map(numberOf)
  return numbers.length > 1 && numbers.every(number => number !== null) ? numbers : null
}

function numberOf(text: string): string | null {
  const country = text.replace(COUNTRY, '').replace(/^\((0[0-9]{2,3})\)/, '$1-')
  const bare = country.replace(/(?:转|分机|ext\.?)/iu, '-')
  const digits = bare.replaceAll('-', '')
  if (MOBILE.test(digits) && /^[0-9]{3}-?[0-9]{4}-?[0-9]{4}$/.test(bare)) return digits
  const landline = LANDLINE.exec(bare)
  if (landline) return [landline[1], landline[2], landline[3]].filter(group => group !== undefined).join('-')
  return LOCAL.test(bare) || SERVICE.test(bare) ? bare : null
}
