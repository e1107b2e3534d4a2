import { createContext, useContext, useEffect, useMemo, useState } from 'react'
import type { LoadedYear } from '#renderer/db/repositories/evaluation.ts'
import { watchYear } from '#renderer/db/repositories/watch-year.ts'
import { useDatabase } from './use-database.ts'
import { type YearData, yearDataOf } from './year-data.ts'

/** `loading` until the year is read; `absent` where it is not kept here. */
export type YearState = 'loading' | 'absent' | YearData

export const YearContext = createContext<YearState>('absent')

/** Reads a year and keeps it current: an edit of this window from its commit on, another window's when it is read. */
export function useYearState(year: number | null): YearState {
  const database = useDatabase()
  const [kept, setKept] = useState<{ readonly year: number; readonly loaded: LoadedYear | null }>()
  useEffect(() => {
    if (year === null) return
    return watchYear(database, year, {
      next: loaded => setKept({ year, loaded }),
      // The page that breaks shows how to take the data out.
      error: error =>
        setKept(() => {
          throw error
        }),
    })
  }, [database, year])
  return useMemo(() => {
    if (year === null) return 'absent'
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
