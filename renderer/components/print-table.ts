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

/** From here on a table's rows are set close. */
const MANY_ROWS = 40

/**
 * Prints a whole table by the system's own print dialog, heads on every page. On screen only the rows in sight are on the
 * page; on paper all of them must be, so the table is laid out again, without buttons and colours.
 */
export function printTable({ title, notes = [], dense = false, heads, rows }: PrintedTable): void {
  layOut(title, notes, dense, [tableOf(heads, rows)])
}

/** Prints the tables of one panel under its title; a single one under its own. */
export function printTables(title: string, notes: readonly string[], tables: readonly PrintedTable[]): void {
  const [first, second] = tables
  if (!first) return
  const dense = tables.some(({ rows }) => rows.length > MANY_ROWS)
  if (!second) printTable({ ...first, notes, dense })
  else
    layOut(
      title,
      notes,
      dense,
      tables.flatMap(each => [textIn('h2', each.title), tableOf(each.heads, each.rows)]),
    )
}

function layOut(title: string, notes: readonly string[], dense: boolean, body: readonly HTMLElement[]): void {
  const sheet = document.createElement('section')
  sheet.className = [classes['sheet'], ...(dense ? [classes['dense']] : [])].join(' ')
  sheet.append(textIn('h1', title), ...notes.map(note => textIn('p', note)), ...body)
  printSheet(sheet)
}

function tableOf(heads: readonly string[], rows: PrintedTable['rows']): HTMLTableElement {
  const table = document.createElement('table')
  table.createTHead().append(rowOf('th', heads))
  table.createTBody().append(...rows.map(cells => rowOf('td', cells)))
  return table
}

function rowOf(tag: 'th' | 'td', texts: readonly string[]): HTMLTableRowElement {
  const row = document.createElement('tr')
  row.append(...texts.map(text => textIn(tag, text)))
  return row
}

function textIn(tag: 'h1' | 'h2' | 'p' | 'th' | 'td', text: string): HTMLElement {
  const element = document.createElement(tag)
  element.textContent = text
  return element
}
