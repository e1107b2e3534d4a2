/** Everything that can be wrong with what was filled into a form or a grid of scores. */
export const FORM_FAULT_CODES = [
  'blank',
  'not-a-number',
  'not-whole',
  'below-minimum',
  'above-maximum',
  'out-of-range',
  'not-a-grade',
  'reason-needed',
  'too-long',
  'identity-number',
  'formula-error',
  'formula-without-value',
  'several-cells',
  'total-differs',
  'indicator-missing',
  'column-unknown',
  'points-changed',
  'not-the-form',
  'several-forms',
  'several-people',
  'no-person',
  'same-names',
  'nobody',
  'twice',
  'other-year',
  'other-source',
] as const

export type FormFaultCode = (typeof FORM_FAULT_CODES)[number]

/** What is wrong with one value; `details` are the figures and names that its words need. */
export type FormFault = { readonly code: FormFaultCode; readonly details: Readonly<Record<string, string | number>> }

/** A fault with its place: `row` as Excel numbers it (0: the sheet as a whole), `column` what its head or label says. */
export type FormProblem = FormFault & { readonly sheet: string; readonly row: number; readonly column: string }

/** What is wrong, with the figures and names that its words need. */
export function formFault(code: FormFaultCode, details: FormFault['details'] = {}): FormFault {
  return { code, details }
}
