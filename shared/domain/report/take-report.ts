import type { RatingDraft } from '#shared/domain/rating/rating.ts'
import { enterRating, ratingBounds } from '#shared/domain/rating/rating-entry.ts'
import type { SelfDraft } from '#shared/domain/self/self.ts'
import { compactSelf, enterSelf } from '#shared/domain/self/self-entry.ts'
import { type AnswerCells, type Answers, cellsOf } from './answer-cells.ts'
import { SUMMARY, saysAnything, tidyCells } from './report-cells.ts'
import {
  type RatingReportForm,
  type ReportPerson,
  ratingComponentOf,
  type SelfReportForm,
  selfComponentOf,
} from './report-form.ts'

/** The rating that a union's cells make of one person, as far as they are right; null where nothing is said. */
export function ratingOf(form: RatingReportForm, person: ReportPerson, cells: AnswerCells): RatingDraft | null {
  if (!saysAnything(cells)) return null
  const who = { instructor: person.id, source: form.source, by: form.by }
  return enterRating(who, null, tidyCells(cells), ratingBounds(form.scheme, ratingComponentOf(form, person), [])).rating
}

/** The record that a person's answers make, as far as they are right; null where nothing is said. */
export function selfOf(form: SelfReportForm, answers: Answers): SelfDraft | null {
  const [person] = form.people
  if (!person) return null
  const { [SUMMARY]: summary = '', ...cells } = tidyCells(cellsOf(answers, person))
  const { record } = enterSelf(person.id, null, cells, selfComponentOf(form))
  return compactSelf({ instructor: person.id, ...record, summary })
}
