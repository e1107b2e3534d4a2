import type { RatingDraft } from './rating.ts'

/**
 * The ratings with one set in the place of `before` (null: added), or with null taken away; the others stay the same
 * objects. `before` is found by whom, source and union, which tell ratings apart.
 */
export function withRating(
  ratings: readonly RatingDraft[],
  before: Pick<RatingDraft, 'instructor' | 'source' | 'by'> | null,
  rating: RatingDraft | null,
): readonly RatingDraft[] {
  const index = before ? ratings.findIndex(each => isSameRating(each, before)) : -1
  if (rating === null) return index < 0 ? ratings : ratings.toSpliced(index, 1)
  return index < 0 ? [...ratings, rating] : ratings.with(index, rating)
}

/** Whether two are ratings of one person by one source's same union. */
export function isSameRating(
  a: Pick<RatingDraft, 'instructor' | 'source' | 'by'>,
  b: Pick<RatingDraft, 'instructor' | 'source' | 'by'>,
): boolean {
  return a.instructor === b.instructor && a.source === b.source && (a.by ?? '') === (b.by ?? '')
}
