import { failure, type Result, success } from '#shared/lib/result.ts'
import { type CellFault, cellFault } from './problem.ts'
import { halfWidth, visible } from './tidy.ts'

const LONGEST = 30
// The ways that 买买提·艾力 is typed; the registered form is U+00B7.
const MIDDLE_DOTS = /[•‧・∙⋅･●]/gu
// Signs that no name holds: a note in brackets, two people in one cell, a label.
const NOT_IN_A_NAME = /[，,、;/\\|()[\]{}【】《》<>。.:!?…"“”*#@&+=_~^%$￥]/u

/**
 * A person's name without any space (`王 明` → `王明`), the dot of minority names as `·`; 1 to 30 characters.
 * A note in brackets, several names or no letter at all is a fault: what of it is the name would be a guess.
 */
export function parseName(text: string): Result<string, CellFault> {
  const lines = visible(text).split('\n')
  const name = halfWidth(lines.join('')).replace(/\s+/gu, '').replace(MIDDLE_DOTS, '·')
  const severalNames = lines.filter(line => line.replace(/\s+/gu, '').length > 1).length > 1
  if (severalNames || name.length > LONGEST || !/\p{L}/u.test(name) || NOT_IN_A_NAME.test(name))
    return failure(cellFault('not-a-name', { value: text }))
  return success(name)
}
