import { useEffect, useRef } from 'react'
import type { YearData } from '#renderer/db/hooks/year-data.ts'

/**
 * While the window has nothing else to do, once the year's first page stands: fetches the other pages' files one after the
 * other, and works out the figures that they show, so that the first visit to a page waits for neither. A file that cannot
 * be had now is fetched, and its failure told, when its page is opened.
 */
export function useMadeReady(data: YearData | null, pageFiles: readonly (() => Promise<unknown>)[]): void {
  const latest = useRef(data)
  latest.current = data
  const there = data !== null
  useEffect(() => {
    if (!there) return
    let wanted = true
    const makeReady = async () => {
      for (const fetchFile of pageFiles) {
        await idle()
        if (!wanted) return
        await fetchFile().catch(() => undefined)
      }
      for (const part of ['score', 'gaps', 'results'] as const) {
        await idle()
        if (wanted) void latest.current?.[part]
      }
    }
    void makeReady()
    return () => {
      wanted = false
    }
  }, [there, pageFiles])
}

function idle(): Promise<void> {
  return new Promise(resolve => requestIdleCallback(() => resolve()))
}
