import type { YearData } from '#renderer/db/hooks/year-data.ts'
import type { AnnualScore, YearScore } from '#shared/domain/score/annual-score.ts'
import type { PersonResult, Results } from '#shared/domain/score/results.ts'
import { rational } from '#shared/lib/rational.ts'

/** A person's computation beside its printed figures; tables show only the latter. */
export type ScoreRow = { readonly person: AnnualScore; readonly result: PersonResult }

/** Everyone with a rank, best first; equal totals in the roster's order. */
export function rankedRows({ score, results }: YearData): ScoreRow[] {
  return scoreRows(score.people, results.results)
    .filter(row => row.result.rank !== null)
    .toSorted((a, b) => (a.result.rank ?? 0) - (b.result.rank ?? 0))
}

/** Everyone without a rank: first those whose total waits for something, then those left without a grade. */
export function unrankedRows({ score, results }: YearData): ScoreRow[] {
  return scoreRows(score.people, results.results)
    .filter(row => row.result.rank === null)
    .toSorted((a, b) => Number(a.result.total !== null) - Number(b.result.total !== null))
}

/** Everyone, those with a rank first and best first. */
export function scoredRows(score: YearScore, results: Results): ScoreRow[] {
  const last = score.people.length + 1
  return scoreRows(score.people, results.results).toSorted((a, b) => (a.result.rank ?? last) - (b.result.rank ?? last))
}

function scoreRows(people: readonly AnnualScore[], results: readonly PersonResult[]): ScoreRow[] {
  return people.flatMap((person, index) => {
    const result = results[index]
    return result ? [{ person, result }] : []
  })
}

/** The order of printed totals, for sorting a column. */
export function byDecimal(a: string | null | undefined, b: string | null | undefined): number {
  return rational(a ?? -1).compare(b ?? -1)
}
