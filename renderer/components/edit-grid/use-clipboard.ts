import type { ClipboardEvent, KeyboardEvent } from 'react'
import { copyBlock, fill, pasteBlock } from './block-changes.ts'
import type { CellChange, GridColumn, Marked } from './grid-column.ts'
import { parseTsv } from './tsv.ts'

type Clipboard<Row> = {
  readonly grid: {
    readonly columns: readonly GridColumn<Row>[]
    readonly rows: readonly Row[]
    readonly rowKey: (row: Row) => string
  }
  readonly marked: Marked | null
  readonly setMarked: (marked: Marked) => void
  readonly readOnly: boolean
  readonly onEdit: (changes: readonly CellChange[]) => void
  readonly onPasted: (cells: number, beyond: number) => void
}

/** Copy, cut, paste and Delete over the marked cells; inside one cell's text they are the input's own. */
export function useClipboard<Row>(clipboard: Clipboard<Row>) {
  const { grid, marked, setMarked, readOnly, onEdit, onPasted } = clipboard
  const several =
    marked !== null && (marked.active.row !== marked.corner.row || marked.active.column !== marked.corner.column)

  const onCopy = (event: ClipboardEvent) => {
    if (!marked || !several) return
    event.preventDefault()
    event.clipboardData.setData('text/plain', copyBlock(grid, marked))
  }
  const onCut = (event: ClipboardEvent) => {
    if (!marked || !several) return
    onCopy(event)
    clear(marked)
  }
  const onPaste = (event: ClipboardEvent) => {
    const text = event.clipboardData.getData('text/plain')
    const block = parseTsv(text)
    const single = block.length <= 1 && (block[0]?.length ?? 0) <= 1
    if (!marked || readOnly || block.length === 0 || (single && !several)) return
    event.preventDefault()
    const { changes, beyond } = pasteBlock(grid, marked, block)
    if (!single) {
      const { row, column } = marked.active
      const width = Math.max(...block.map(line => line.length))
      setMarked({
        active: marked.active,
        corner: {
          row: Math.min(row + block.length, grid.rows.length) - 1,
          column: Math.min(column + width, grid.columns.length) - 1,
        },
      })
    }
    onPasted(changes.length, beyond)
    if (changes.length > 0) onEdit(changes)
  }
  const clear = (what: Marked) => {
    const changes = readOnly ? [] : fill(grid, what, '')
    if (changes.length > 0) onEdit(changes)
  }
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): boolean => {
    if (!marked || !several || event.nativeEvent.isComposing || !['Delete', 'Backspace'].includes(event.key))
      return false
    event.preventDefault()
    clear(marked)
    return true
  }
  return { onCopy, onCut, onPaste, onKeyDown }
}
