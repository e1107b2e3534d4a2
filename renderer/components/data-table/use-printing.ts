import { type RefObject, useContext, useEffect, useId, useState } from 'react'
import { flushSync } from 'react-dom'
import { PanelPrintContext } from '#renderer/components/panel-print.ts'
import { readTable } from './read-table.ts'

/**
 * Offers the table to its panel to be printed while `possible`. Whether all rows must be drawn just now: what is out of
 * sight is read from the page too.
 */
export function usePrinting(place: RefObject<HTMLTableElement | null>, title: string, possible: boolean): boolean {
  const [whole, setWhole] = useState(false)
  const offer = useContext(PanelPrintContext)
  const key = useId()
  useEffect(() => {
    if (!offer || !possible) return
    offer(key, () => {
      flushSync(() => setWhole(true))
      const table = place.current && readTable(place.current)
      flushSync(() => setWhole(false))
      return table && { title, ...table }
    })
    return () => offer(key, null)
  }, [offer, possible, place, title, key])
  return whole
}
