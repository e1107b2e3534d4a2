/** Everything that keeps a cell, a row or a column of a registration form from being read. */
export const PROBLEM_CODES = [
  'formula-error',
  'formula-without-value',
  'identity-number',
  'identity-column',
  'too-long',
  'several-cells',
  'not-a-name',
  'name-missing',
  'name-merged',
  'not-a-sex',
  'not-an-age',
  'age-out-of-range',
  'not-a-birth-date',
  'age-against-birth',
  'no-report-date',
  'not-a-report-date',
  'report-dates-differ',
  'not-a-day',
  'no-such-day',
  'not-a-term',
  'term-without-day',
  'term-of-one-day',
  'term-crossed',
  'not-a-phone',
  'phone-scientific',
  'not-a-kind',
  'duplicate-row',
  'duplicate-column',
  'nobody',
] as const

export type ProblemCode = (typeof PROBLEM_CODES)[number]

/** What a parser says of a cell that it cannot read without guessing. */
export type CellFault = { readonly code: ProblemCode; readonly details: Readonly<Record<string, string | number>> }

/** One thing that needs a person: `row` as Excel numbers it, `column` the header as printed in the file, on one line. */
export type Problem = CellFault & { readonly sheet: string; readonly row: number; readonly column: string }

/** What is wrong with one cell; `details` are the values that its words name. */
export function cellFault(code: ProblemCode, details: CellFault['details'] = {}): CellFault {
  return { code, details }
}
