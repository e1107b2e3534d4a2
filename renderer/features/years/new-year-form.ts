import type { YearRow } from '#renderer/db/schema/rows.ts'
import { NEW_YEAR } from '#renderer/strings/new-year.ts'
import { lastDecisions } from '#shared/domain/decision/decision.ts'
import type { Evaluation } from '#shared/domain/evaluation/evaluation.ts'
import { peopleStaying } from '#shared/domain/evaluation/new-year.ts'
import { appraisedWord } from '#shared/domain/scheme/appraised.ts'
import type { SchemeDraft } from '#shared/domain/scheme/design/draft.ts'
import { SCHEME_TEMPLATES } from '#shared/domain/scheme/templates/templates.ts'

/** The scheme of the year that the people come from. */
export const SAME_SCHEME = 'same'

/** What the dialog holds; `title` is null until a person writes one. */
export type NewYearForm = {
  readonly year: number | null
  readonly title: string | null
  readonly organiser: string | null
  /** Who works at this computer; null: as it is set. */
  readonly operator: string | null
  /** The year carried over; null: an empty roster. */
  readonly from: number | null
  /** `SAME_SCHEME` or a template's id. */
  readonly scheme: string
}

/** What the dialog begins with: the year after the latest one, carried over from it. `today`: the calendar year. */
export function newYearForm(years: readonly YearRow[], today: number): NewYearForm {
  const latest = years.find(row => !row.sample)
  return {
    year: latest ? latest.year + 1 : freeYear(years, today),
    title: null,
    organiser: null,
    operator: null,
    from: latest?.year ?? null,
    scheme: latest ? SAME_SCHEME : SCHEME_TEMPLATES[0].id,
  }
}

function freeYear(years: readonly YearRow[], from: number): number {
  let year = from
  while (years.some(row => row.year === year)) year += 1
  return year
}

/** The chosen scheme; a template keeps the word for the people of the year they come from. */
export function chosenScheme(form: NewYearForm, from: Evaluation | null): SchemeDraft {
  if (form.scheme === SAME_SCHEME && from) return from.scheme
  const { scheme } = SCHEME_TEMPLATES.find(template => template.id === form.scheme) ?? SCHEME_TEMPLATES[0]
  const word = from?.scheme.appraised
  return word === undefined ? scheme : { ...scheme, appraised: word }
}

/** The title as written, or the usual one. */
export function titleOf(form: NewYearForm, from: Evaluation | null): string {
  if (form.title !== null) return form.title
  return form.year === null ? '' : NEW_YEAR.nameOf(form.year, appraisedWord(chosenScheme(form, from)))
}

export type CarriedOver = { readonly carried: readonly string[]; readonly left: readonly string[] }

/** What comes along and what stays behind, in words. */
export function carriedOver(form: NewYearForm, from: Evaluation): CarriedOver {
  const people = peopleStaying(from)
  const begin = `${form.year ?? from.year + 1}-01-01`
  const ended = people.filter(person => person.engagedTo !== undefined && person.engagedTo < begin).length
  const decisions = lastDecisions(from.decisions)
  const graded = people.filter(person => (decisions.get(person.id)?.final ?? null) !== null).length
  const investigated = people.filter(person => person.status?.underInvestigation).length
  const gone = from.instructors.length - people.length
  return {
    carried: [
      NEW_YEAR.roster(people.length, ended),
      NEW_YEAR.history(from.year, graded),
      ...(investigated > 0 ? [NEW_YEAR.investigation(investigated)] : []),
      NEW_YEAR.schemeOpen,
    ],
    left: [...(gone > 0 ? [NEW_YEAR.gone(gone)] : []), NEW_YEAR.records, NEW_YEAR.status],
  }
}
