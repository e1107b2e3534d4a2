import { useMemo, useSyncExternalStore } from 'react'
import { useYearData } from '#renderer/db/hooks/use-year-data.ts'
import { signedScans } from '#shared/domain/decision/attached.ts'
import type { Evaluation } from '#shared/domain/evaluation/evaluation.ts'
import { sheetDigests, sheetKeyText } from '#shared/sheets/scans/sheet-digests.ts'
import { type SortedPages, sortPages } from '#shared/sheets/scans/sort-pages.ts'
import { yearData } from '#shared/sheets/year-data.ts'
import { type ScanSession, type ScanState, scanSessionOf } from './scan-session.ts'

type Scans = { readonly session: ScanSession; readonly state: ScanState; readonly sorted: SortedPages }

/** The year's pile and how it sorts, against the figures of this moment or (`archived`) those of an archive. */
export function useScans(archived: Evaluation | null): Scans {
  const { evaluation, score } = useYearData()
  const session = scanSessionOf(evaluation.year)
  const state = useSyncExternalStore(session.subscribe, session.state)
  const digests = useMemo(
    () => sheetDigests(archived ? yearData(archived) : yearData(evaluation, score)),
    [archived, evaluation, score],
  )
  const filed = useMemo(() => {
    const known = new Map<string, Set<string>>()
    // What is only checked may have been filed long ago.
    if (archived) return known
    for (const { form, instructor, digest } of signedScans(evaluation.attached)) {
      const key = sheetKeyText({ form, instructor: instructor ?? null })
      const own = known.get(key) ?? new Set()
      if (digest !== undefined) own.add(digest)
      known.set(key, own)
    }
    return known
  }, [archived, evaluation.attached])
  const sorted = useMemo(
    () => sortPages(state.pages, state.placed, { year: evaluation.year, digests, filed }),
    [state.pages, state.placed, evaluation.year, digests, filed],
  )
  return { session, state, sorted }
}
