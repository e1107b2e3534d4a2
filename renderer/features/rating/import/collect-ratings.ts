import type { ReadFile } from '#renderer/collect/use-read-forms.ts'
import { RATING } from '#renderer/strings/rating.ts'
import type { Evaluation } from '#shared/domain/evaluation/evaluation.ts'
import { ratingDuties } from '#shared/domain/rating/duties.ts'
import {
  type RatingFormContext,
  type RatingReading,
  readRatingForm,
} from '#shared/domain/rating/form/read-rating-form.ts'
import type { Rating, RatingDraft } from '#shared/domain/rating/rating.ts'
import { enterRating, ratingBounds, ratingCells } from '#shared/domain/rating/rating-entry.ts'
import { isSameRating } from '#shared/domain/rating/with-rating.ts'
import type { Instructor } from '#shared/domain/roster/instructor.ts'
import { componentFor } from '#shared/domain/scheme/effective-scheme.ts'
import { type RatingComponent, ratingComponents } from '#shared/domain/scheme/scheme.ts'
import { type FormFault, formFault } from '#shared/domain/self/form/form-fault.ts'
import { formFaultWords, formProblemWords } from '#shared/domain/self/form/form-fault-words.ts'
import { failure, type Result } from '#shared/lib/result.ts'

/** One rating that a file brings, and the one in whose place it comes. */
export type CollectedRating = {
  readonly key: string
  readonly instructor: Instructor
  readonly component: RatingComponent
  readonly source: RatingReading['source']
  readonly path: string
  readonly before: Rating | null
  readonly rating: RatingDraft
  readonly state: 'fresh' | 'updated' | 'same'
}

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
      const collected = collectedRating(row, path, component, reading, evaluation)
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

function collectedRating(
  { instructor, cells }: RatingReading['rows'][number],
  path: string,
  component: RatingComponent,
  { source, by }: RatingReading,
  evaluation: Evaluation,
): CollectedRating {
  const own = evaluation.ratings.filter(rating => rating.instructor === instructor.id && rating.source === source.id)
  // A form that does not say whose it is belongs to whom it is expected from.
  const union = by === '' ? (unionOf(component, evaluation, instructor, source.id) ?? '') : by
  const who = { instructor: instructor.id, source: source.id, by: union }
  const before = own.find(rating => isSameRating(rating, who)) ?? null
  const others = evaluation.ratings.filter(rating => rating.instructor === instructor.id && rating !== before)
  const { scheme } = evaluation
  // What a form leaves blank stays as it was: a file takes nothing away.
  const merged = { ...ratingCells(before, scheme.grades), ...cells }
  const { rating } = enterRating(
    who,
    before,
    merged,
    ratingBounds(scheme, componentFor(scheme, component, instructor.posting), others),
  )
  const next = rating ?? who
  const state = before === null ? 'fresh' : isSame(before, next) ? 'same' : 'updated'
  return {
    key: JSON.stringify([instructor.id, source.id, union]),
    instructor,
    component,
    source,
    path,
    before,
    rating: next,
    state,
  }
}

function unionOf(component: RatingComponent, evaluation: Evaluation, { id }: Instructor, source: string) {
  const duties = ratingDuties(component, evaluation.instructors, evaluation.ratings)
  return duties.find(duty => duty.instructor.id === id && duty.source.id === source)?.by
}

const NOTHING: ReadonlySet<unknown> = new Set([undefined, '', '0'])

/** Whether two ratings say the same, whatever the order of their keys; nothing said and 0 points are alike. */
function isSame(a: RatingDraft, b: RatingDraft): boolean {
  const plain = (rating: RatingDraft) =>
    JSON.stringify(
      Object.entries(rating)
        .filter(([, value]) => !NOTHING.has(value))
        .toSorted(([x], [y]) => (x < y ? -1 : 1)),
    )
  return plain(a) === plain(b)
}
