import type { Consequence } from '#shared/domain/scheme/scheme.ts'
import type { AnnualScore } from '#shared/domain/score/annual-score.ts'
import type { YearData } from './year-data.ts'

const ADVERSE: readonly Consequence[] = ['improve', 'adjust', 'admonish', 'dismiss']

/**
 * Whether the result is to a person's disadvantage, so that it must be explained, heard and served: the decided grade, or
 * the proposed one where none is decided, leads to improvement, another post, a reprimand or dismissal, or the grade was
 * decided lower than it was proposed.
 */
export function isAdverse({ evaluation: { scheme }, decisions }: YearData, person: AnnualScore): boolean {
  const decision = decisions.get(person.instructor.id)
  const place = (id: string | null | undefined) => scheme.grades.findIndex(grade => grade.id === id)
  const grade = decision ? scheme.grades[place(decision.final)] : person.proposed
  const lowered =
    decision !== undefined && place(decision.proposed) >= 0 && place(decision.final) > place(decision.proposed)
  return lowered || (grade !== null && grade !== undefined && ADVERSE.includes(grade.consequence))
}
