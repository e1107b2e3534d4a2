import { SCORE } from '#renderer/strings/score.ts'
import type { Grade } from '#shared/domain/scheme/scheme.ts'
import { rational } from '#shared/lib/rational.ts'
import type { ScoreRow } from './score-rows.ts'

/**
 * The words of the grade lines between two neighbours of the ranking, best first: every line that the better one reaches
 * and the next one does not. With `before` left out, the lines that nobody reaches.
 */
export function linesBetween(
  before: ScoreRow | undefined,
  row: ScoreRow,
  grades: readonly Grade[],
  ranked: readonly ScoreRow[],
): string[] {
  const reaches = (each: ScoreRow | undefined, grade: Grade) => rational(each?.result.total ?? 0).gte(grade.min)
  return grades
    .filter(grade => !reaches(row, grade) && (before === undefined || reaches(before, grade)))
    .map(grade => {
      const above = ranked.filter(each => reaches(each, grade)).length
      return `${SCORE.ranking.line(grade.label, grade.min)}，${SCORE.ranking.above(above)}`
    })
}
