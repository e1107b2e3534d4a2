import { useLiveQuery } from 'dexie-react-hooks'
import { createContext, useContext, useMemo } from 'react'
import { loadEvaluation } from '#renderer/db/repositories/evaluation.ts'
import { findYear } from '#renderer/db/repositories/years.ts'
import { useDatabase } from './use-database.ts'
import { type YearData, yearDataOf } from './year-data.ts'

/** `loading` until the year is read; `absent` where it is not kept here. */
export type YearState = 'loading' | 'absent' | YearData

export const YearContext = createContext<YearState>('absent')

/** Reads a year and keeps it current. */
export function useYearState(year: number | null): YearState {
  const database = useDatabase()
  const kept = useLiveQuery(async () => {
    if (year === null) return { year, row: null, evaluation: null }
    return { year, row: await findYear(database, year), evaluation: await loadEvaluation(database, year) }
  }, [database, year])
  return useMemo(() => {
    // The last answer stays until the next one is there: it may still be another year's.
    if (kept === undefined || kept.year !== year) return 'loading'
    return kept.row && kept.evaluation ? yearDataOf(kept.row, kept.evaluation) : 'absent'
  }, [kept, year])
}

/** The year that the page is about. Pages are only shown once it is there. */
export function useYearData(): YearData {
  const state = useContext(YearContext)
  if (typeof state === 'string') throw new Error('useYearData without a year')
  return state
}
