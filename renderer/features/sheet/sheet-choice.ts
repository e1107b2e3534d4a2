import type { Form } from '#shared/sheets/form.ts'

/** What is to be printed: forms, and people for the forms that are made per person; null for everybody. */
export type SheetChoice = { readonly forms: ReadonlySet<string>; readonly people: ReadonlySet<string> | null }

/** How many sheets a choice makes. */
export function sheetCount(choice: SheetChoice, forms: readonly Form[], everybody: number): number {
  const people = choice.people?.size ?? everybody
  return forms
    .filter(form => choice.forms.has(form.id))
    .reduce((total, form) => total + (form.per === 'instructor' ? people : 1), 0)
}

/** The set with `id` put in or taken out. */
export function toggled(set: ReadonlySet<string>, id: string): ReadonlySet<string> {
  const next = new Set(set)
  if (!next.delete(id)) next.add(id)
  return next
}
