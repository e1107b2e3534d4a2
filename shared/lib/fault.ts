/**
 * Everything that can be wrong with an input. A fault names the place (`ratings[3].scores.policy`) and a code; the words
 * are made where a person reads them (`#shared/domain/evaluation/fault-words.ts`).
 */
export const FAULT_CODES = [
  'not-text',
  'too-large',
  'not-json',
  'duplicate-key',
  'not-evaluation',
  'newer-version',
  'unknown-version',
  'unknown-key',
  'missing',
  'wrong-type',
  'not-a-choice',
  'not-a-decimal',
  'not-a-date',
  'not-an-id',
  'reserved-id',
  'empty',
  'too-long',
  'out-of-range',
  'not-whole',
  'duplicate',
  'unknown-id',
  'not-above-zero',
  'total-not-hundred',
  'above-maximum',
  'below-minimum',
  'trim-too-large',
  'limits-crossed',
  'lines-not-descending',
  'last-line-not-zero',
  'no-option-with-points',
  'several-self-components',
  'not-in-variant',
  'source-left-out',
  'needs-component',
  'needs-field',
  'dates-crossed',
  'indicator-without-score',
  'score-beside-indicators',
  'scores-without-indicators',
  'months-needed',
  'reason-needed',
  'over-cap',
  'void-over-returned',
  'returned-over-issued',
  'returned-over-attended',
  'issued-over-printed',
  'merge-circle',
  'merge-into-voided',
  'tally-of-merged-group',
  'tally-of-voided-group',
  'tally-of-small-group',
  'does-not-reconcile',
  'self-without-peers',
  'not-top-grade',
] as const

export type FaultCode = (typeof FAULT_CODES)[number]

/** One thing wrong at one place. `path` is empty for the file as a whole; `details` are the figures and names to print. */
export type Fault = {
  readonly path: string
  readonly code: FaultCode
  readonly details: Readonly<Record<string, string | number>>
}

/** A fault at `path` (`''`: the file as a whole) with the figures and names that its words need. */
export function fault(path: string, code: FaultCode, details: Readonly<Record<string, string | number>> = {}): Fault {
  return { path, code, details }
}

/** `at('ratings', 3, 'scores', 'policy')` → `ratings[3].scores.policy`. */
export function at(...parts: readonly (string | number)[]): string {
  let path = ''
  for (const part of parts) {
    if (typeof part === 'number') path += `[${part}]`
    else path += path === '' ? part : `.${part}`
  }
  return path
}

/** The later of two equal keys, each with the index of its first occurrence; keys are compared as strings. */
export function duplicates<T>(items: readonly T[], key: (item: T) => string): { index: number; first: number }[] {
  const seen = new Map<string, number>()
  const found: { index: number; first: number }[] = []
  items.forEach((item, index) => {
    const name = key(item)
    const first = seen.get(name)
    if (first === undefined) seen.set(name, index)
    else found.push({ index, first })
  })
  return found
}
