import { newOnlineFiles, type OnlineFile } from '#renderer/collect/online/online-file.ts'
import type { Evaluation } from '#shared/domain/evaluation/evaluation.ts'
import { ratingDuties } from '#shared/domain/rating/duties.ts'
import type { Rating, RatingDraft } from '#shared/domain/rating/rating.ts'
import { enterRating, type RatingCells, ratingBounds, ratingCells } from '#shared/domain/rating/rating-entry.ts'
import { isSameRating } from '#shared/domain/rating/with-rating.ts'
import type { ReportEntry } from '#shared/domain/report/office-exchange.ts'
import type { Instructor } from '#shared/domain/roster/instructor.ts'
import { componentFor } from '#shared/domain/scheme/effective-scheme.ts'
import type { RatingComponent } from '#shared/domain/scheme/scheme.ts'

/** One rating that came in, and the one in whose place it comes. */
export type CollectedRating = {
  readonly key: string
  readonly instructor: Instructor
  readonly component: RatingComponent
  readonly source: RatingComponent['sources'][number]
  readonly path: string
  readonly before: Rating | null
  readonly rating: RatingDraft
  /** Files that are still at the hub. */
  readonly files: readonly OnlineFile[]
  readonly state: 'fresh' | 'updated' | 'same'
}

type CameIn = {
  readonly instructor: Instructor
  readonly cells: RatingCells
  readonly component: RatingComponent
  readonly source: CollectedRating['source']
  readonly by: string
  /** Where it came from. */
  readonly path: string
  /** Whether the cells are all that is to stand; otherwise what they leave blank stays as it was. */
  readonly whole: boolean
  /** The report that it was handed in with, where it came online. */
  readonly report?: Pick<ReportEntry, 'key'>
}

/** What cells that came in make of a person's rating beside what the year holds. */
export function collectedRating(cameIn: CameIn, evaluation: Evaluation): CollectedRating {
  const { instructor, cells, component, source, by, path, whole, report } = cameIn
  const own = evaluation.ratings.filter(rating => rating.instructor === instructor.id && rating.source === source.id)
  // A form that does not say whose it is belongs to whom it is expected from.
  const union = by === '' ? (unionOf(component, evaluation, instructor, source.id) ?? '') : by
  const who = { instructor: instructor.id, source: source.id, by: union }
  const before = own.find(rating => isSameRating(rating, who)) ?? null
  const others = evaluation.ratings.filter(rating => rating.instructor === instructor.id && rating !== before)
  const { scheme } = evaluation
  const merged = whole ? cells : { ...ratingCells(before, scheme.grades), ...cells }
  const { rating } = enterRating(
    who,
    before,
    merged,
    ratingBounds(scheme, componentFor(scheme, component, instructor.posting), others),
  )
  const next = rating ?? who
  const files = report ? newOnlineFiles(report, cells, before?.attachments) : []
  const state = before === null ? 'fresh' : isSame(before, next) && files.length === 0 ? 'same' : 'updated'
  return {
    key: JSON.stringify([instructor.id, source.id, union]),
    instructor,
    component,
    source,
    path,
    before,
    rating: next,
    files,
    state,
  }
}

function unionOf(component: RatingComponent, evaluation: Evaluation, { id }: Instructor, source: string) {
  const duties = ratingDuties(component, evaluation.instructors, evaluation.ratings, evaluation.mergers)
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
