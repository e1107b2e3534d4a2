import { failure, type Result, success } from '#shared/lib/result.ts'
import { type CellFault, cellFault } from './problem.ts'
import { squeeze } from './tidy.ts'

/** 男 or 女, also as 男性 or 女性. Letters and codes (M, 1) are a fault: the form asks for the word. */
export function parseSex(text: string): Result<'男' | '女', CellFault> {
  const word = squeeze(text).replace(/性$/, '')
  return word === '男' || word === '女' ? success(word) : failure(cellFault('not-a-sex', { value: text }))
}
