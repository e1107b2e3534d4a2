import type { RatingFormData } from '#shared/domain/rating/form/build-rating-form.ts'
import { ratingCells } from '#shared/domain/rating/rating-entry.ts'
import type { Instructor } from '#shared/domain/roster/instructor.ts'
import type { Scheme } from '#shared/domain/scheme/scheme.ts'
import type { SelfFormData } from '#shared/domain/self/form/build-self-form.ts'
import { selfCells } from '#shared/domain/self/self-entry.ts'
import type { AnswerCells } from './answer-cells.ts'
import { SUMMARY } from './report-cells.ts'
import type { RatingReportForm, ReportPerson, SelfReportForm } from './report-form.ts'

/** The form that a union fills in online, of the same data as its Excel form. */
export function ratingReportForm(data: RatingFormData): RatingReportForm {
  const { year, organiser, appraised, deadline, scheme, component, union } = data
  return {
    kind: 'rating',
    ...{ year, organiser, appraised, deadline, scheme, component: component.id },
    source: union.source.id,
    by: union.by,
    people: union.duties.map(({ instructor, rating }) => {
      const { by: _, ...cells } = ratingCells(rating, scheme.grades)
      return personOf(instructor, cells)
    }),
  }
}

/** The form that a person fills in online, of the same data as its Excel form. */
export function selfReportForm(data: SelfFormData & { readonly scheme: Scheme }): SelfReportForm {
  const { year, organiser, appraised, deadline, scheme, component, instructor, record } = data
  const summary = record?.summary ?? ''
  const cells = { ...selfCells(record), ...(summary !== '' && { [SUMMARY]: summary }) }
  return {
    kind: 'self',
    ...{ year, organiser, appraised, deadline, scheme, component: component.id },
    people: [personOf(instructor, cells)],
  }
}

function personOf({ id, name, kind, unit, posting }: Instructor, cells: AnswerCells): ReportPerson {
  return { id, name, kind, ...(unit !== undefined && { unit }), ...(posting !== undefined && { posting }), cells }
}
