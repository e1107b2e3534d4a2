import { createContext } from 'react'
import type { PrintedTable } from './print-table.ts'
/**
 * Says how a table inside a panel is read for printing; null when it goes. The panel then shows one button that prints all
 * tables that it holds.
 */
export type OfferPrint = (key: string, read: (() => PrintedTable | null) | null) => void

export const PanelPrintContext = createContext<OfferPrint | null>(null)

/** What stands under the title of every printed table: whose year it is, and whether it is a sample. */
export const PrintNotesContext = createContext<readonly string[]>([])
