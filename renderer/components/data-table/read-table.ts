import type { PrintedTable } from '#renderer/components/print-table.ts'

/** What a drawn table says, cell by cell; columns that hold nothing but buttons are left out. */
export function readTable(table: HTMLTableElement): Pick<PrintedTable, 'heads' | 'rows'> {
  const heads = [...table.querySelectorAll('thead th')].map(textOf)
  const rows = [...table.querySelectorAll('tbody tr[data-row], tbody tr[data-plain-row], tfoot tr')].map(row =>
    [...row.children].map(textOf),
  )
  const said = heads.map((_, index) => rows.some(cells => cells[index] !== ''))
  const kept = <Cell>(cells: readonly Cell[]) => cells.filter((_, index) => said[index])
  return { heads: kept(heads), rows: rows.map(kept) }
}

/** Words that stand apart on the screen, each in an element of its own, stand apart on paper. */
function textOf(cell: Element): string {
  const walker = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT)
  const parts: string[] = []
  let parent: Element | null = null
  while (walker.nextNode()) {
    const { parentElement: parentNode, textContent } = walker.currentNode
    // What is done with a row is no part of what it says.
    if (parentNode?.closest('td .mantine-Button-root')) continue
    const text = textContent ?? ''
    if (parent === parentNode && parts.length > 0) parts.push(`${parts.pop()}${text}`)
    else parts.push(text)
    parent = parentNode
  }
  return parts
    .map(text => text.trim())
    .filter(Boolean)
    .join(' ')
    .replaceAll(' 、 ', '、')
}
