import type { AnnualScore } from '#shared/domain/score/annual-score.ts'
import { oneLine } from '#shared/sheets/paper/text.ts'
import type { YearData } from '#shared/sheets/year-data.ts'

/**
 * Who signs a form's document (责任者, DA/T 22-2015): a self-assessment its person, a rating the unions that rated, anything
 * else the organiser.
 */
export function documentAuthor(form: string, { evaluation }: YearData, person: AnnualScore | null): string {
  const organiser = oneLine(evaluation.organiser)
  if (person === null) return organiser
  if (form === 'self-form') return oneLine(person.instructor.name)
  if (form === 'rating-form') return raters(person).join('、') || organiser
  return organiser
}

function raters({ components }: AnnualScore): readonly string[] {
  const names = components.flatMap(part =>
    part.kind === 'rating'
      ? part.sources.flatMap(({ ratings }) => ratings.map(({ rating }) => oneLine(rating.by)))
      : [],
  )
  return [...new Set(names)].filter(name => name !== '')
}
