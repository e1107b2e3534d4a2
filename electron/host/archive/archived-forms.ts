import type { DocumentKind } from '#shared/domain/archive/retention.ts'
import type { Form } from '#shared/sheets/form.ts'
import { forms } from '#shared/sheets/forms.ts'

/** What each form is to the archive and what its documents are about, in the order in which a year's are numbered. */
const ARCHIVED: Readonly<Record<string, { readonly kind: DocumentKind; readonly title: string }>> = {
  'result-list': { kind: 'list', title: '考评结果名册' },
  'ballot-summary': { kind: 'summary', title: '民主测评汇总表' },
  'evaluation-record': { kind: 'result', title: '考评登记表' },
  'renewal-approval': { kind: 'result', title: '续聘（解聘）审批表' },
}

/** A form with the kind of its documents and the end of their title, after `2026年度集体协商指导员`. */
export type ArchivedForm = { readonly form: Form; readonly kind: DocumentKind; readonly title: string }

/** Every form; one that was added to the list and is not here is a bug, told at once rather than left out of archives. */
export function archivedForms(): readonly ArchivedForm[] {
  const strange = forms.find(form => !Object.hasOwn(ARCHIVED, form.id))
  if (strange) throw new Error(`the form ${strange.id} has no document kind in archived-forms.ts`)
  return Object.entries(ARCHIVED).flatMap(([id, archived]) => {
    const form = forms.find(each => each.id === id)
    return form ? [{ form, ...archived }] : []
  })
}
