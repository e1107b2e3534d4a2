import type { Evaluation } from './evaluation.ts'

/** The evaluation file's text: two spaces of indent, a final newline; the same evaluation gives the same bytes. */
export function writeEvaluation(evaluation: Evaluation): string {
  return `${JSON.stringify(evaluation, null, 2)}\n`
}

/**
 * The same document on one line, for what is written after every edit and read by nobody: a third of the size, and of the
 * time that the window is busy with it.
 */
export function packEvaluation(evaluation: Evaluation): string {
  return `${JSON.stringify(evaluation)}\n`
}
