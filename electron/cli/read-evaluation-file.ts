import { readTextFile } from '#electron/host/read-text-file.ts'
import type { Evaluation } from '#shared/domain/evaluation/evaluation.ts'
import { faultLine } from '#shared/domain/evaluation/fault-words.ts'
import { readEvaluation } from '#shared/domain/evaluation/read-evaluation.ts'
import { InputError, type Io } from './command.ts'

const MOST_LINES = 200

/** The evaluation in a file, or an InputError with one line per fault. */
export async function readEvaluationFile(argument: string, io: Io): Promise<Evaluation> {
  const text = await readTextFile(io.path(argument)).catch((error: NodeJS.ErrnoException) => {
    throw new InputError([`${argument}: cannot be read (${error.code}) · 无法读取`])
  })
  const evaluation = text.ok ? readEvaluation(text.value) : text
  if (evaluation.ok) return evaluation.value
  const lines = evaluation.error
    .slice(0, MOST_LINES)
    .map(fault => (fault.path === '' ? `${argument}: ${faultLine(fault)}` : faultLine(fault)))
  const more = evaluation.error.length - lines.length
  throw new InputError(more > 0 ? [...lines, `… ${more} more · 另有 ${more} 处`] : lines)
}
