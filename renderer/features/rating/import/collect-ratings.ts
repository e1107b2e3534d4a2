import type { ReadFile } from '#renderer/collect/use-read-forms.ts'
import { RATING } from '#renderer/strings/rating.ts'
import type { Evaluation } from '#shared/domain/evaluation/evaluation.ts'
import {
  type RatingFormContext,
  type RatingReading,
  readRatingForm,
} from '#shared/domain/rating/form/read-rating-form.ts'
import { type RatingComponent, ratingComponents } from '#shared/domain/scheme/scheme.ts'
import { type FormFault, formFault } from '#shared/domain/self/form/form-fault.ts'
import { formFaultWords, formProblemWords } from '#shared/domain/self/form/form-fault-words.ts'
import { failure, type Result } from '#shared/lib/result.ts'
import { type CollectedRating, collectedRating } from './collected-rating.ts'

export type CollectedLine = { readonly path: string; readonly words: string }

export type CollectedRatings = {
  readonly ratings: readonly CollectedRating[]
  readonly problems: readonly CollectedLine[]
  /** Files that could not be read at all. */
  readonly unread: readonly CollectedLine[]
}

/** The ratings that came in, file by file; what needs a person; what could not be read. */
export function collectRatings(files: readonly ReadFile[], evaluation: Evaluation): CollectedRatings {
  const ratings = new Map<string, CollectedRating>()
  const problems: CollectedLine[] = []
  const unread: CollectedLine[] = []
  for (const file of files) {
    const { path } = file
    if (file.kind !== 'workbook') {
      unread.push({ path, words: file.kind === 'unread' ? file.why : RATING.preview.notAForm })
      continue
    }
    const read = readAny(file, evaluation)
    if (!read.ok) {
      unread.push({ path, words: formFaultWords(read.error) })
      continue
    }
    const { component, reading } = read.value
    problems.push(...reading.problems.map(problem => ({ path, words: formProblemWords(problem) })))
    for (const row of reading.rows) {
      const { source, by } = reading
      // What a form leaves blank stays as it was: a file takes nothing away.
      const collected = collectedRating({ ...row, path, component, source, by, whole: false }, evaluation)
      const first = ratings.get(collected.key)
      if (first) problems.push({ path, words: RATING.preview.second(row.instructor.name, first.path) })
      else ratings.set(collected.key, collected)
    }
  }
  return { ratings: [...ratings.values()], problems, unread }
}

type ReadAny = { readonly component: RatingComponent; readonly reading: RatingReading }

/** The form as the first rating component that it fits. */
function readAny(file: ReadFile & { kind: 'workbook' }, evaluation: Evaluation): Result<ReadAny, FormFault> {
  let fault = formFault('not-the-form')
  for (const component of ratingComponents(evaluation.scheme)) {
    const context: RatingFormContext = {
      year: evaluation.year,
      scheme: evaluation.scheme,
      component,
      instructors: evaluation.instructors,
      ratings: evaluation.ratings,
      expected: { source: '', by: '' },
    }
    const reading = readRatingForm(file.sheets, context)
    if (reading.ok) return { ok: true, value: { component, reading: reading.value } }
    fault = reading.error
  }
  return failure(fault)
}
