import { type RefObject, useContext, useEffect, useState } from 'react'
import { flushSync } from 'react-dom'
import { PanelPrintContext, PrintNotesContext } from '#renderer/components/panel-print.ts'
import { printTable } from '#renderer/components/print-table.ts'
import { readTable } from './read-table.ts'

/**
 * Offers the table to its panel to be printed while `possible`. Whether all rows must be drawn just now: what is out of
 * sight is read from the page too.
 */
export function usePrinting(place: RefObject<HTMLTableElement | null>, title: string, possible: boolean): boolean {
  const [whole, setWhole] = useState(false)
  const offer = useContext(PanelPrintContext)
  const notes = useContext(PrintNotesContext)
  useEffect(() => {
    if (!offer || !possible) return
    offer(() => {
      flushSync(() => setWhole(true))
      const table = place.current && readTable(place.current)
      flushSync(() => setWhole(false))
      if (table) printTable({ title, notes, dense: table.rows.length > 40, ...table })
    })
    return () => offer(null)
  }, [offer, possible, place, title, notes])
  return whole
}
