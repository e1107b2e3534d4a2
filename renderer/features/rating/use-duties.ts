import { useMemo } from 'react'
import { useYearData } from '#renderer/db/hooks/use-year-data.ts'
import { type Duty, ratingDuties, type UnionDuties, unionDuties } from '#shared/domain/rating/duties.ts'
import { hasScore } from '#shared/domain/scheme/indicator-scores.ts'
import type { RatingComponent } from '#shared/domain/scheme/scheme.ts'

/** Who is rated by whom in one component, and the same by union. */
export function useDuties(component: RatingComponent): {
  readonly duties: readonly Duty[]
  readonly unions: readonly UnionDuties[]
} {
  const { instructors, ratings, mergers } = useYearData().evaluation
  return useMemo(() => {
    const duties = ratingDuties(component, instructors, ratings, mergers)
    return { duties, unions: unionDuties(component, duties) }
  }, [component, instructors, ratings, mergers])
}

/** Whether a duty is done: a rating with its score; without one it only says something (SCORING.md rule 4). */
export function isDone({ rating }: Duty): boolean {
  return rating !== null && hasScore(rating)
}

/** A union's key among all. */
export function unionKey({ source, by }: Pick<UnionDuties, 'source' | 'by'>): string {
  return JSON.stringify([source.id, by])
}
