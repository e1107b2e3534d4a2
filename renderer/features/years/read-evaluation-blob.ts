import type { Evaluation } from '#shared/domain/evaluation/evaluation.ts'
import { MAX_EVALUATION_MEGABYTES, readEvaluation } from '#shared/domain/evaluation/read-evaluation.ts'
import { type Fault, fault } from '#shared/lib/fault.ts'
import { failure, type Result } from '#shared/lib/result.ts'

const MEGABYTE = 1024 * 1024
/** In UTF-8 a character takes at most four bytes: a larger file cannot hold a text that may be read. */
const MOST_BYTES = MAX_EVALUATION_MEGABYTES * MEGABYTE * 4

/** A chosen file as an evaluation, or every fault. Rejects where the bytes cannot be read at all. */
export async function readEvaluationBlob(file: Blob): Promise<Result<Evaluation, readonly Fault[]>> {
  if (file.size > MOST_BYTES)
    return failure([
      fault('', 'too-large', {
        megabytes: Math.ceil(file.size / MEGABYTE),
        maximum: MAX_EVALUATION_MEGABYTES,
      }),
    ])
  const bytes = await file.arrayBuffer()
  let text: string
  try {
    // A GB 18030 file would be read as rubbish: it is refused, not guessed.
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return failure([fault('', 'not-text')])
  }
  return readEvaluation(text)
}
