import type { Grade, Scheme } from '#shared/domain/scheme/scheme.ts'
import type { Flag, Suggestion } from '#shared/domain/score/annual-score.ts'
import { repeatFlags, suggestionFor } from '#shared/domain/score/flags.ts'
import type { Standing } from './standing.ts'

/** What a decided grade leads to for one person. */
export type Outcome = {
  readonly standing: Standing
  /** `null` for no grade this year. */
  readonly grade: Grade | null
  /** 评优, 续聘 and so on; none without a grade. */
  readonly consequences: readonly Suggestion[]
  /** Two years in a row, by the decided grade. */
  readonly flags: readonly Flag[]
}

/** What the decided grades lead to, in the roster's order; who is not decided is left out. Source: SCORING.md rules 9, 12. */
export function outcomesOf(standings: readonly Standing[], scheme: Scheme, year: number): Outcome[] {
  return standings.flatMap(standing => {
    if (!standing.last) return []
    const grade = scheme.grades.find(each => each.id === standing.last?.final) ?? null
    const flags = repeatFlags(standing.instructor, grade, year, scheme)
    return [{ standing, grade, consequences: suggestionFor(grade, flags), flags }]
  })
}
