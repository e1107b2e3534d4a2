import classes from './print-sheet.module.css'
import { printSheet } from './print-sheet.ts'

export type PrintedTable = {
  readonly title: string
  /** Lines under the title. */
  readonly notes?: readonly string[]
  /** Small and close, to bring some sixty rows onto one page. */
  readonly dense?: boolean
  readonly heads: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

/**
 * Prints a whole table by the system's own print dialog, heads on every page. On screen only the rows in sight are on the
 * page; on paper all of them must be, so the table is laid out again, without buttons and colours.
 */
export function printTable({ title, notes = [], dense = false, heads, rows }: PrintedTable): void {
  const sheet = document.createElement('section')
  sheet.className = [classes['sheet'], ...(dense ? [classes['dense']] : [])].join(' ')
  const heading = document.createElement('h1')
  heading.textContent = title
  const table = document.createElement('table')
  table.createTHead().append(rowOf('th', heads))
  table.createTBody().append(...rows.map(cells => rowOf('td', cells)))
  const lines = notes.map(note => {
    const line = document.createElement('p')
    line.textContent = note
    return line
  })
  sheet.append(heading, ...lines, table)
  printSheet(sheet)
}

function rowOf(tag: 'th' | 'td', texts: readonly string[]): HTMLTableRowElement {
  const row = document.createElement('tr')
  row.append(
    ...texts.map(text => {
      const cell = document.createElement(tag)
      cell.textContent = text
      return cell
    }),
  )
  return row
}
