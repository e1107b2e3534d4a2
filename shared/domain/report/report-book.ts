import { buildRatingForm } from '#shared/domain/rating/form/build-rating-form.ts'
import { readRatingForm } from '#shared/domain/rating/form/read-rating-form.ts'
import { ratingSchema } from '#shared/domain/rating/rating.ts'
import type { Instructor } from '#shared/domain/roster/instructor.ts'
import type { Sheet } from '#shared/domain/roster/registration/grid.ts'
import { buildSelfForm } from '#shared/domain/self/form/build-self-form.ts'
import type { FormBook } from '#shared/domain/self/form/form-book.ts'
import type { FormFault, FormProblem } from '#shared/domain/self/form/form-fault.ts'
import { readSelfForm } from '#shared/domain/self/form/read-self-form.ts'
import { selfSchema } from '#shared/domain/self/self.ts'
import { selfCells } from '#shared/domain/self/self-entry.ts'
import { type Result, success } from '#shared/lib/result.ts'
import { type Answers, cellsOf } from './answer-cells.ts'
import { SUMMARY } from './report-cells.ts'
import { type ReportForm, type ReportPerson, ratingComponentOf, selfComponentOf, sourceOf } from './report-form.ts'
import { ratingOf, selfOf } from './take-report.ts'

/** The form as the workbook that also goes out offline, with what is filled in so far. */
export function reportBook(form: ReportForm, answers: Answers): FormBook {
  const { year, organiser, appraised, deadline } = form
  const head = { year, organiser, appraised, deadline }
  if (form.kind === 'self') {
    const [person] = form.people
    if (!person) return { sheets: [] }
    const record = selfOf(form, answers)
    return buildSelfForm({
      ...head,
      component: selfComponentOf(form),
      instructor: instructorOf(person),
      record: record && selfSchema.parse(record),
    })
  }
  const source = sourceOf(form)
  const duties = form.people.map(person => {
    const rating = ratingOf(form, person, cellsOf(answers, person))
    return {
      instructor: instructorOf(person),
      source,
      by: form.by,
      rating: rating && ratingSchema.parse(rating),
      required: true,
    }
  })
  return buildRatingForm({
    ...head,
    scheme: form.scheme,
    component: ratingComponentOf(form),
    union: { source, by: form.by, duties },
  })
}

/** What an Excel file brings into a form: the cells of the rows that are right, and what needs a person. */
export type ReportUpload = { readonly answers: Answers; readonly problems: readonly FormProblem[] }

/** Reads an Excel form for one form that is filled in online, by the same rules as the office reads it; changes nothing. */
export function readReportBook(sheets: readonly Sheet[], form: ReportForm): Result<ReportUpload, FormFault> {
  const instructors = form.people.map(instructorOf)
  if (form.kind === 'self') {
    const read = readSelfForm(sheets, {
      year: form.year,
      instructors,
      component: selfComponentOf(form),
      scheme: form.scheme,
    })
    if (!read.ok) return read
    const { person, record, problems } = read.value
    const cells = { ...selfCells(record), ...(record?.summary !== undefined && { [SUMMARY]: record.summary }) }
    return success({ answers: person && record ? { [person.id]: cells } : {}, problems })
  }
  const read = readRatingForm(sheets, {
    year: form.year,
    scheme: form.scheme,
    component: ratingComponentOf(form),
    instructors,
    ratings: [],
    expected: { source: form.source, by: form.by },
  })
  if (!read.ok) return read
  const { rows, problems } = read.value
  return success({ answers: Object.fromEntries(rows.map(row => [row.instructor.id, row.cells])), problems })
}

/** A person as the forms' builders and readers take them; what a form does not know, it does not print. */
function instructorOf({ id, name, kind, unit, posting }: ReportPerson): Instructor {
  return {
    id,
    name,
    kind,
    ...(unit !== undefined && { unit }),
    ...(posting !== undefined && { posting }),
  }
}
