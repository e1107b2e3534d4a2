import { halfWidth, visible } from './tidy.ts'

const DAY = '(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])'
// GB 11643: area (6), birth date (8, or 6 until 1999), sequence (3), check digit. The check digit is not computed: a
// mistyped identity number is personal data all the same. No lookbehind: the reporting page's older browsers cannot read one.
const IDENTITY = new RegExp(
  `(?:^|[^0-9])[1-9][0-9]{5}[ -]?(?:(?:18|19|20)[0-9]{2}${DAY}[ -]?[0-9]{3}[0-9Xx]|[0-9]{2}${DAY}[0-9]{3})(?![0-9])`,
)

/**
 * Whether the text holds a resident identity number (公民身份号码, 18 or 15 digits), anywhere in it.
 * Identity numbers are never taken. Source: 个人信息保护法 art. 6, FORMS.md.
 */
export function holdsIdentityNumber(text: string): boolean {
  return IDENTITY.test(halfWidth(visible(text)))
}
