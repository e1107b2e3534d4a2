import type { DocumentKind } from '#shared/domain/decision/document-kind.ts'
import type { EvaluationDraft } from '#shared/domain/evaluation/check-change.ts'
import type { Attachment } from '#shared/domain/self/attachment.ts'

/** What the form of an attached file holds. */
export type AttachDraft = {
  readonly as: 'signed' | 'document'
  readonly file: Attachment | null
  readonly pages: number | null
  readonly date: string
  readonly form: string | null
  readonly instructor: string | null
  readonly title: string
  readonly kind: DocumentKind
  readonly responsible: string
  readonly documentNumber: string
  readonly note: string
}

export const EMPTY_ATTACH: AttachDraft = {
  as: 'signed',
  file: null,
  pages: 1,
  date: '',
  form: null,
  instructor: null,
  title: '',
  kind: 'process',
  responsible: '',
  documentNumber: '',
  note: '',
}

type AttachedEntry = NonNullable<EvaluationDraft['attached']>[number]

/** Whether everything is there; `personal`: the form chosen is one for each person. */
export function isFilled(draft: AttachDraft, personal: boolean): boolean {
  if (draft.as === 'signed' && personal && draft.instructor === null) return false
  return attachedOf(draft, 'a1') !== null
}

/** The file as the year names it; null while something is missing. */
export function attachedOf(draft: AttachDraft, id: string): AttachedEntry | null {
  const { file, pages, date } = draft
  if (!file || pages === null || pages < 1 || date === '') return null
  const base = { id, file, pages, date }
  if (draft.as === 'signed') {
    if (draft.form === null) return null
    return {
      ...base,
      as: 'signed',
      form: draft.form,
      ...(draft.instructor === null ? {} : { instructor: draft.instructor }),
    }
  }
  const title = draft.title.trim()
  if (title === '') return null
  const words = (key: 'responsible' | 'documentNumber' | 'note') => {
    const text = draft[key].trim()
    return text === '' ? {} : { [key]: text }
  }
  return {
    ...base,
    as: 'document',
    title,
    kind: draft.kind,
    ...words('responsible'),
    ...words('documentNumber'),
    ...words('note'),
  }
}
