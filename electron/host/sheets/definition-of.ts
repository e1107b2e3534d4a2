import { forms } from '#shared/sheets/forms.ts'
import type { Definition } from '#shared/sheets/paper/definition.ts'
import type { YearData } from '#shared/sheets/year-data.ts'

/** One form, for one person or (null) for the year, by id; an unknown id is the caller's bug. */
export function definitionOf(
  year: YearData,
  sheet: { readonly form: string; readonly instructor: string | null },
): Definition {
  const form = forms.find(each => each.id === sheet.form)
  if (!form) throw new Error(`unknown form ${sheet.form}`)
  if (form.per === 'year') return form.definition(year)
  const person = year.score.people.find(each => each.instructor.id === sheet.instructor)
  if (!person) throw new Error(`unknown instructor ${sheet.instructor}`)
  return form.definition(year, person)
}
