import { faultWords } from '#shared/domain/evaluation/fault-words.ts'
import { placeWords } from '#shared/domain/evaluation/place-words.ts'
import { readEvaluation } from '#shared/domain/evaluation/read-evaluation.ts'
import { failure, type Result, success } from '#shared/lib/result.ts'

const MOST_LINES = 50

/** Which year a text is the evaluation of; otherwise its faults, a line each. */
export type CheckedYear = Result<number, readonly string[]>

export function checkedYear(text: string): CheckedYear {
  const read = readEvaluation(text)
  if (read.ok) return success(read.value.year)
  return failure(read.error.slice(0, MOST_LINES).map(fault => `${placeWords(fault)}：${faultWords(fault)}`))
}
