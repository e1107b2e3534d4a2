import type { Instructor } from '#shared/domain/roster/instructor.ts'
import type { RatingScore, SourceScore, YearScore } from '#shared/domain/score/annual-score.ts'
import { roundHalfUp } from '#shared/lib/rational.ts'

export type RatingRow = {
  readonly instructor: Instructor
  readonly sources: readonly SourceScore[]
  /** As printed; null where nobody who must has rated. */
  readonly score: string | null
  readonly bonus: string
  readonly penalty: string
}

/** Everyone's ratings of one component, in the roster's order. */
export function ratingRows(score: YearScore, component: string): RatingRow[] {
  return score.people.flatMap(person => {
    const part = person.components.find(
      (each): each is RatingScore => each.kind === 'rating' && each.component.id === component,
    )
    if (!part) return []
    return [
      {
        instructor: person.instructor,
        sources: part.sources,
        score: part.score && roundHalfUp(part.score, 2),
        bonus: roundHalfUp(person.bonus, 2),
        penalty: roundHalfUp(person.penalty, 2),
      },
    ]
  })
}

/** Whether a source that must rate has not. */
export function lacksRating(row: RatingRow): boolean {
  return row.sources.some(source => source.required && source.score === null)
}
