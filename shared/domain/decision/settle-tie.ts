import type { Scheme } from '#shared/domain/scheme/scheme.ts'
import { failure, type Result, success } from '#shared/lib/result.ts'
import { type DecisionEntry, type DecisionProblem, entryFor, type Verdict } from './decide.ts'
import type { QuotaUse } from './quota-use.ts'

export type TieProblem = DecisionProblem | 'too-many-kept'

/**
 * The entries that settle a tie at the quota: who of `use.tied` keeps the top grade (`keep`, instructor ids, at most the
 * places that are free), the others get the next one. Source: SCORING.md rule 8: the committee decides.
 */
export function settleTie(
  use: QuotaUse,
  keep: ReadonlySet<string>,
  scheme: Scheme,
  verdict: Omit<Verdict, 'final'>,
): Result<readonly DecisionEntry[], readonly TieProblem[]> {
  const [top, next] = scheme.grades
  const kept = use.tied.filter(standing => keep.has(standing.instructor.id)).length
  const problems = new Set<TieProblem>(kept > use.free ? ['too-many-kept'] : [])
  const entries: DecisionEntry[] = []
  for (const standing of use.tied) {
    const final = (keep.has(standing.instructor.id) ? top : next)?.id ?? null
    const entry = entryFor(standing, { ...verdict, final })
    if (entry.ok) entries.push(entry.value)
    else for (const problem of entry.error) problems.add(problem)
  }
  return problems.size > 0 ? failure([...problems]) : success(entries)
}
