import { compareByStrokes } from '#shared/domain/roster/name-order.ts'
import type { AnnualScore } from '#shared/domain/score/annual-score.ts'
import type { YearData } from '#shared/sheets/year-data.ts'

/** Who is to have the top grade, by 姓氏笔划: decided so, or proposed where nobody has decided yet. */
export function topPeople(year: YearData): { readonly people: readonly AnnualScore[]; readonly undecided: number } {
  const top = year.evaluation.scheme.grades[0]?.id
  const chosen = year.score.people.filter(person => {
    const decision = year.decisions.get(person.instructor.id)
    return decision ? decision.final === top : person.proposed?.id === top
  })
  const undecided = year.score.people.filter(person => !year.decisions.has(person.instructor.id)).length
  return { people: chosen.sort((a, b) => compareByStrokes(a.instructor.name, b.instructor.name)), undecided }
}
