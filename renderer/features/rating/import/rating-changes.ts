import { cellChanges } from '#renderer/collect/cell-changes.ts'
import { COLLECT } from '#renderer/strings/collect.ts'
import { RATING } from '#renderer/strings/rating.ts'
import { ratingCells } from '#shared/domain/rating/rating-entry.ts'
import { componentFor } from '#shared/domain/scheme/effective-scheme.ts'
import type { Scheme } from '#shared/domain/scheme/scheme.ts'
import type { CollectedRating } from './collected-rating.ts'

const LABELS: Readonly<Record<string, string>> = {
  score: RATING.drawerOverall,
  months: RATING.months,
  bonus: RATING.bonus,
  penalty: RATING.penalty,
  reason: RATING.reason,
  comment: RATING.comment,
  proposed: RATING.proposed,
}

/** What a rating that came in changes of the one that is there: `评分 90 → 80，加分 2 → 无`. */
export function ratingChanges({ before, rating, component, instructor }: CollectedRating, scheme: Scheme): string {
  const { indicators } = componentFor(scheme, component, instructor.posting)
  const label = (cell: string) =>
    LABELS[cell] ?? indicators?.find(each => `score:${each.id}` === cell)?.name ?? RATING.drawerOverall
  return cellChanges(ratingCells(before, scheme.grades), ratingCells(rating, scheme.grades), {
    label,
    none: COLLECT.noValue,
    longChanged: COLLECT.longChanged,
  })
}
