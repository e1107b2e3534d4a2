import type { PrintedTable } from '#renderer/components/print-table.ts'

/** What a drawn table says, cell by cell; columns that hold nothing but buttons are left out. */
export function readTable(table: HTMLTableElement): Pick<PrintedTable, 'heads' | 'rows'> {
  const heads = [...table.querySelectorAll('thead th')].map(textOf)
  const rows = [...table.querySelectorAll('tbody tr[data-row]')].map(row => [...row.children].map(textOf))
  const said = heads.map((_, index) => rows.some(cells => cells[index] !== ''))
  const kept = <Cell>(cells: readonly Cell[]) => cells.filter((_, index) => said[index])
  return { heads: kept(heads), rows: rows.map(kept) }
}

function textOf(cell: Element): string {
  const text = cell instanceof HTMLElement ? cell.innerText : (cell.textContent ?? '')
  return text.replaceAll(/\s*\n\s*/g, ' ').trim()
}
