import type { Evaluation } from './evaluation.ts'

/** The evaluation file's text: two spaces of indent, a final newline; the same evaluation gives the same bytes. */
export function writeEvaluation(evaluation: Evaluation): string {
  return `${JSON.stringify(evaluation, null, 2)}\n`
}
