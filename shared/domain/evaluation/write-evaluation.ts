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

/** How many records one piece writes. */
const RECORDS = 50

/** The text of `packEvaluation` piece by piece, for a window that must not be busy with all of a big year at once. */
export function* packPieces(evaluation: Evaluation): Generator<string> {
  let before = '{'
  for (const [key, value] of Object.entries(evaluation)) {
    if (value === undefined) continue
    const head = `${before}${JSON.stringify(key)}:`
    before = ','
    if (Array.isArray(value) && value.length > 0) yield* listPieces(head, value)
    else yield `${head}${JSON.stringify(value)}`
  }
  yield before === '{' ? '{}\n' : '}\n'
}

function* listPieces(head: string, records: readonly unknown[]): Generator<string> {
  for (let from = 0; from < records.length; from += RECORDS) {
    const written = JSON.stringify(records.slice(from, from + RECORDS)).slice(1, -1)
    yield `${from === 0 ? `${head}[` : ','}${written}${from + RECORDS >= records.length ? ']' : ''}`
  }
}
