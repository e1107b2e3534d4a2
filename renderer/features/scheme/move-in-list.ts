import type { KeyboardEvent } from 'react'

/**
 * Enter, ↓ and ↑ go to the same column's field in the next or previous row, as in a spreadsheet. The list's rows carry
 * `data-list-row`, its cells `data-list-cell`.
 */
export function moveInList(event: KeyboardEvent<HTMLElement>): void {
  const by = stepOf(event)
  const { target } = event
  if (by === 0 || !(target instanceof HTMLInputElement) || event.nativeEvent.isComposing) return
  const cell = target.closest<HTMLElement>('[data-list-cell]')
  const rows = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-list-row]')]
  const row = target.closest<HTMLElement>('[data-list-row]')
  if (!cell || !row) return
  const next = rows[rows.indexOf(row) + by]
  const field = next?.querySelector<HTMLInputElement>(`[data-list-cell="${cell.dataset['listCell']}"] input`)
  if (!field) return
  event.preventDefault()
  field.focus()
}

function stepOf({ key, target }: KeyboardEvent<HTMLElement>): -1 | 0 | 1 {
  // A closed choice opens with the arrows and Enter; only what is typed into moves.
  if (!(target instanceof HTMLInputElement) || target.readOnly || target.type === 'checkbox') return 0
  if (key === 'Enter' || key === 'ArrowDown') return 1
  return key === 'ArrowUp' ? -1 : 0
}
