import { useEffect, useRef } from 'react'
import { useLocation } from 'react-router'
import type { YearData } from '#renderer/db/hooks/year-data.ts'

/** How long a page stands before anything is done for the next ones, in milliseconds: whoever hurries on has the window alone. */
const REST = 200

/**
 * While a year's page stands and the window has nothing else to do: fetches the other pages' files one after the other,
 * and works out the figures that they show, so that the first visit to a page waits for neither. A file that cannot be
 * had now is fetched, and its failure told, when its page is opened.
 */
export function useMadeReady(data: YearData | null, pageFiles: readonly (() => Promise<unknown>)[]): void {
  const { pathname } = useLocation()
  const latest = useRef(data)
  latest.current = data
  const done = useRef(0)
  const there = data !== null
  // biome-ignore lint/correctness/useExhaustiveDependencies: another page begins the rest anew
  useEffect(() => {
    if (!there) return
    const steps = [
      ...pageFiles.map(fetchFile => () => fetchFile().catch(() => undefined)),
      ...(['score', 'gaps', 'results'] as const).map(part => () => latest.current?.[part]),
    ]
    let wanted = true
    const makeReady = async () => {
      while (done.current < steps.length) {
        await new Promise<void>(resolve => requestIdleCallback(() => resolve()))
        if (!wanted) return
        await steps[done.current]?.()
        done.current += 1
      }
    }
    const timer = setTimeout(() => void makeReady(), REST)
    return () => {
      wanted = false
      clearTimeout(timer)
    }
  }, [there, pageFiles, pathname])
}
