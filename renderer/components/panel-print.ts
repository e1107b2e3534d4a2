import { createContext } from 'react'

/** Says how the table inside a panel is printed; null when it goes. The panel then shows a button for it. */
export type OfferPrint = (print: (() => void) | null) => void

export const PanelPrintContext = createContext<OfferPrint | null>(null)

/** What stands under the title of every printed table: whose year it is, and whether it is a sample. */
export const PrintNotesContext = createContext<readonly string[]>([])
