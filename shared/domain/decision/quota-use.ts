import type { Instructor } from '#shared/domain/roster/instructor.ts'
import type { Scheme } from '#shared/domain/scheme/scheme.ts'
import type { QuotaPool } from '#shared/domain/score/annual-score.ts'
import type { Standing } from './standing.ts'

/** How the decisions have used one pool's places at the top grade. */
export type QuotaUse = {
  readonly pool: string
  readonly base: number
  readonly places: number
  /** Decided the top grade. */
  readonly used: number
  /** Not decided yet and proposed the top grade. */
  readonly waiting: number
  /** Not decided yet and tied where the places end. */
  readonly tied: readonly Standing[]
  /** Places that neither a decision nor a proposal takes; never below 0. */
  readonly free: number
  /** How many more have the top grade than there are places. */
  readonly over: number
}

/** The pool that a person's top grade counts in; source: SCORING.md rule 8. */
export function poolOf(instructor: Instructor, scheme: Scheme): string {
  const by = scheme.excellentQuota?.by ?? 'all'
  return by === 'all' ? 'all' : (instructor[by] ?? '')
}

/** Each pool's places as the last decisions use them, in the pools' order; nothing is refused here, people decide. */
export function quotaUse(pools: readonly QuotaPool[], standings: readonly Standing[], scheme: Scheme): QuotaUse[] {
  const top = scheme.grades[0]?.id
  const members = Map.groupBy(standings, standing => poolOf(standing.instructor, scheme))
  return pools.map(({ pool, base, places }) => {
    const own = members.get(pool) ?? []
    const used = own.filter(standing => standing.last?.final === top).length
    const open = own.filter(standing => !standing.last)
    const waiting = open.filter(standing => standing.score.proposed?.id === top).length
    return {
      pool,
      base,
      places,
      used,
      waiting,
      tied: open.filter(standing => standing.need === 'tie'),
      free: Math.max(0, places - used - waiting),
      over: Math.max(0, used - places),
    }
  })
}

/** By how many the pools would be over their places if these people were decided the top grade as well; only pools that would be. */
export function overWith(
  use: readonly QuotaUse[],
  more: readonly Instructor[],
  scheme: Scheme,
): readonly { readonly pool: string; readonly over: number }[] {
  return use.flatMap(({ pool, places, used }) => {
    const adds = more.filter(person => poolOf(person, scheme) === pool).length
    return adds > 0 && used + adds > places ? [{ pool, over: used + adds - places }] : []
  })
}
