import { halfWidth, visible } from './tidy.ts'

const LONGEST = 20

/**
 * A cell's text as a message repeats it: on one line, at most 20 characters, and no long number in full, since a
 * message may be printed or sent on and a telephone or account number is personal data.
 */
export function quote(text: string | number | undefined): string {
  const line = visible(String(text ?? '')).replace(/\s+/gu, ' ')
  const masked = halfWidth(line).replace(/[0-9][0-9 -]{7,}[0-9]/g, digits =>
    digits.replace(/[^0-9]/g, '').length > 8 ? `${digits.slice(0, 3)}****` : digits,
  )
  const signs = [...masked]
  return `“${signs.length > LONGEST ? `${signs.slice(0, LONGEST).join('')}…` : masked}”`
}
