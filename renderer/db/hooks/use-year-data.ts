import { useLiveQuery } from 'dexie-react-hooks'
import { createContext, useContext, useMemo } from 'react'
import { loadYear } from '#renderer/db/repositories/evaluation.ts'
import { useDatabase } from './use-database.ts'
import { type YearData, yearDataOf } from './year-data.ts'

/** `loading` until the year is read; `absent` where it is not kept here. */
export type YearState = 'loading' | 'absent' | YearData

export const YearContext = createContext<YearState>('absent')

/** Reads a year and keeps it current, also when another window changes it. */
export function useYearState(year: number | null): YearState {
  const database = useDatabase()
  const kept = useLiveQuery(
    async () => ({ year, loaded: year === null ? null : await loadYear(database, year) }),
    [database, year],
  )
  return useMemo(() => {
    // The last answer stays until the next one is there: it may still be another year's.
    if (kept === undefined || kept.year !== year) return 'loading'
    return kept.loaded ? yearDataOf(kept.loaded.row, kept.loaded.evaluation) : 'absent'
  }, [kept, year])
}

/** The year that the page is about. Pages are only shown once it is there. */
export function useYearData(): YearData {
  const state = useContext(YearContext)
  if (typeof state === 'string') throw new Error('useYearData without a year')
  return state
}
