import type { PersonDraft } from '#shared/domain/roster/instructor.ts'
import { type CellFault, cellFault } from '#shared/domain/roster/registration/problem.ts'
import { type PersonField, type PersonValue, readField, withField } from './person-field.ts'

/** A text that was typed into a field and cannot be kept as it is. */
export type UnkeptText = { readonly text: string; readonly fault: CellFault }

export type Entered = {
  /** With every field that could be read; the same object where none changed anything. */
  readonly person: PersonDraft
  readonly unkept: ReadonlyMap<PersonField, UnkeptText>
}

/**
 * Texts typed into a person's fields, read as a registration form's cells. What cannot be read stays typed, with its
 * fault; so do the typed ends of a term that would end before it begins, until the other end is typed too.
 */
export function enterTexts(person: PersonDraft, texts: ReadonlyMap<PersonField, string>): Entered {
  const unkept = new Map<PersonField, UnkeptText>()
  const values = new Map<PersonField, PersonValue>()
  for (const [field, text] of texts) {
    const read = readField(field, text)
    if (read.ok) values.set(field, read.value)
    else unkept.set(field, { text, fault: read.error })
  }
  const from = values.has('engagedFrom') ? values.get('engagedFrom') : person.engagedFrom
  const to = values.has('engagedTo') ? values.get('engagedTo') : person.engagedTo
  if (from !== undefined && to !== undefined && from > to) {
    for (const end of ['engagedFrom', 'engagedTo'] as const) {
      if (!values.delete(end)) continue
      unkept.set(end, { text: texts.get(end) ?? '', fault: cellFault('term-crossed', { from, value: to }) })
    }
  }
  const changed = [...values].filter(([field, value]) => person[field] !== value)
  return { person: changed.reduce((draft, [field, value]) => withField(draft, field, value), person), unkept }
}
