import { useMemo } from 'react'
import { today } from '#renderer/components/today.ts'
import { useYearData } from '#renderer/db/hooks/use-year-data.ts'
import { type QuotaUse, quotaUse } from '#shared/domain/decision/quota-use.ts'
import { type Standing, standingsOf } from '#shared/domain/decision/standing.ts'

export type Standings = {
  /** In the order of the list: ranked people best first, then the others in the roster's order. */
  readonly standings: readonly Standing[]
  readonly quota: readonly QuotaUse[]
}

/** Where everybody stands today, and how the places are used. */
export function useStandings(): Standings {
  const { evaluation, score } = useYearData()
  const day = today()
  return useMemo(() => {
    const standings = standingsOf(evaluation, score, day)
    const last = standings.length + 1
    return {
      standings: standings.toSorted((a, b) => (a.score.rank ?? last) - (b.score.rank ?? last)),
      quota: quotaUse(score.quota, standings, evaluation.scheme),
    }
  }, [evaluation, score, day])
}
