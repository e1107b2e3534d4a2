import type { Instructor } from '#shared/domain/roster/instructor.ts'
import type { Scheme } from '#shared/domain/scheme/scheme.ts'
import { HUNDRED, type Rational, rational } from '#shared/lib/rational.ts'
import type { QuotaPool } from './annual-score.ts'

/** What the quota needs to know of a person. */
export type Candidate = {
  readonly instructor: Instructor
  readonly inBase: boolean
  /** Still at the top grade after the flags. */
  readonly atTop: boolean
  readonly printedTotal: string | null
  /** The exact value of each tie-breaker, in the scheme's order; `null` comes last. */
  readonly breakers: readonly (Rational | null)[]
}

/**
 * The places at the top grade: `floor(base × percent ÷ 100)` for all or for each value of `by`; who keeps the grade, who
 * is beyond it, and who ties where the cut falls. None without a quota. Pools come in the order in which the roster first
 * names them (ours). Source: SCORING.md rule 8; 人社部发〔2023〕6号 (20 %).
 */
export function quotaPools(candidates: readonly Candidate[], scheme: Scheme): QuotaPool[] {
  const { excellentQuota } = scheme
  if (!excellentQuota) return []
  const { by, percent } = excellentQuota
  const pools = Map.groupBy(candidates, ({ instructor }) => (by === 'all' ? 'all' : (instructor[by] ?? '')))
  if (by === 'all' && pools.size === 0) pools.set('all', [])
  return [...pools].map(([pool, members]) => quotaPool(pool, members, percent))
}

function quotaPool(pool: string, members: readonly Candidate[], percent: string): QuotaPool {
  const base = members.filter(member => member.inBase).length
  const places = Number(rational(percent).mul(base).div(HUNDRED).floor().n)
  const ordered = members.filter(member => member.atTop).sort(byMerit)
  const lastIn = ordered[places - 1]
  const firstOut = ordered[places]
  const cutTies = lastIn !== undefined && firstOut !== undefined && byMerit(lastIn, firstOut) === 0
  const tied = new Set(cutTies ? ordered.filter(member => byMerit(member, lastIn) === 0) : [])
  const within = new Set(ordered.slice(0, places).filter(member => !tied.has(member)))
  const idsOf = (chosen: (member: Candidate) => boolean) =>
    members.filter(member => member.atTop && chosen(member)).map(member => member.instructor.id)
  return {
    pool,
    base,
    places,
    within: idsOf(member => within.has(member)),
    tied: idsOf(member => tied.has(member)),
    over: idsOf(member => !within.has(member) && !tied.has(member)),
  }
}

/** Rounded total, then each tie-breaker's exact value, higher first; who has no value comes last; 0 = a tie. */
function byMerit(a: Candidate, b: Candidate): number {
  const totals = rational(b.printedTotal ?? 0).compare(a.printedTotal ?? 0)
  if (totals !== 0) return totals
  for (const [index, value] of a.breakers.entries()) {
    const other = b.breakers[index] ?? null
    if (value === null && other === null) continue
    if (value === null) return 1
    if (other === null) return -1
    const order = other.compare(value)
    if (order !== 0) return order
  }
  return 0
}
