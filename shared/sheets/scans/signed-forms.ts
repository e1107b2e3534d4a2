import type { Attached } from '#shared/domain/decision/attached.ts'
import { signedScans } from '#shared/domain/decision/attached.ts'
import type { AnnualScore } from '#shared/domain/score/annual-score.ts'
import type { Form } from '#shared/sheets/form.ts'
import { forms } from '#shared/sheets/forms.ts'
import type { YearData } from '#shared/sheets/year-data.ts'
import { sheetKeyText } from './sheet-digests.ts'

/** The forms that somebody signs or seals; the rest are read and kept. */
const SIGNED: ReadonlySet<string> = new Set([
  'self-form',
  'rating-form',
  'turnout-record',
  'ballot-summary',
  'count-report',
  'ballot-destruction',
  'suggestions',
  'evaluation-record',
  'renewal-approval',
  'result-list',
  'award-list',
  'result-notice',
])

/** Whether a form counts only with signatures or a seal. */
export function isSignedForm(formId: string): boolean {
  return SIGNED.has(formId)
}

export type SignedForm = {
  readonly form: Form
  /** How many signed sheets there should be. */
  readonly due: number
  readonly signed: number
  /** Who has none yet; empty for a sheet of the year. */
  readonly lacking: readonly AnnualScore[]
}

/** How far the signed sheets have come back, form by form in the order of the menu. */
export function signedForms(year: YearData, attached: readonly Attached[] | undefined): readonly SignedForm[] {
  const filed = new Set(
    signedScans(attached).map(({ form, instructor }) => sheetKeyText({ form, instructor: instructor ?? null })),
  )
  return forms
    .filter(form => SIGNED.has(form.id))
    .map(form => {
      if (form.per === 'year') {
        const signed = filed.has(sheetKeyText({ form: form.id, instructor: null })) ? 1 : 0
        const due = signed === 1 || (form.holds?.(year) ?? true) ? 1 : 0
        return { form, due, signed, lacking: [] }
      }
      const { concerns } = form
      const due = year.score.people.filter(person => !concerns || concerns(year, person))
      const lacking = due.filter(
        person => !filed.has(sheetKeyText({ form: form.id, instructor: person.instructor.id })),
      )
      return { form, due: due.length, signed: due.length - lacking.length, lacking }
    })
}
