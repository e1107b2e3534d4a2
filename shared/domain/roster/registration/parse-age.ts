import { failure, type Result, success } from '#shared/lib/result.ts'
import { type CellFault, cellFault } from './problem.ts'
import { squeeze } from './tidy.ts'

const YOUNGEST = 16
const OLDEST = 100

/** Whole years of age, 16 to 100: `45`, `45岁`, `４５周岁`. `四十五`, `45左右`, `45.5` are faults. */
export function parseAge(text: string): Result<number, CellFault> {
  const match = /^([0-9]{1,9})(?:\.0+)?(?:周?岁)?$/.exec(squeeze(text))
  if (!match) return failure(cellFault('not-an-age', { value: text }))
  const age = Number(match[1])
  if (age < YOUNGEST || age > OLDEST)
    return failure(cellFault('age-out-of-range', { value: text, minimum: YOUNGEST, maximum: OLDEST }))
  return success(age)
}
