import { useEffect } from 'react'

/** The first screen comes first, with what it reads from the disk. */
const AFTER = 1000

/**
 * Fetches files one after the other while the window has nothing else to do, so that the first visit to a page waits for none.
 * A file that cannot be had now is fetched, and its failure told, when its page is opened.
 */
export function useFetchedAhead(files: readonly (() => Promise<unknown>)[]): void {
  useEffect(() => {
    let wanted = true
    const fetchAll = async () => {
      for (const fetchFile of files) {
        await new Promise<void>(resolve => requestIdleCallback(() => resolve()))
        if (!wanted) return
        await fetchFile().catch(() => undefined)
      }
    }
    const timer = setTimeout(() => void fetchAll(), AFTER)
    return () => {
      wanted = false
      clearTimeout(timer)
    }
  }, [files])
}
