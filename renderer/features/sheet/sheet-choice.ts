import type { Form } from '#shared/sheets/form.ts'
import type { YearData } from '#shared/sheets/year-data.ts'

/** What is to be printed: forms, and people for the forms that are made per person; null for everybody. */
export type SheetChoice = { readonly forms: ReadonlySet<string>; readonly people: ReadonlySet<string> | null }

/** How many sheets a choice makes; where nobody is named, a form that concerns only some is theirs alone. */
export function sheetCount(choice: SheetChoice, forms: readonly Form[], year: YearData): number {
  return forms
    .filter(form => choice.forms.has(form.id))
    .reduce((total, form) => total + (form.per === 'instructor' ? peopleOf(form, choice, year) : 1), 0)
}

function peopleOf(form: Extract<Form, { per: 'instructor' }>, { people }: SheetChoice, year: YearData): number {
  if (people) return people.size
  const { concerns } = form
  return concerns ? year.score.people.filter(person => concerns(year, person)).length : year.score.people.length
}

/** The set with `id` put in or taken out. */
export function toggled(set: ReadonlySet<string>, id: string): ReadonlySet<string> {
  const next = new Set(set)
  if (!next.delete(id)) next.add(id)
  return next
}
