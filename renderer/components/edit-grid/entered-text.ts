import { typedNumber } from '#shared/lib/typed-number.ts'
import type { GridColumn } from './grid-column.ts'

/** What a column makes of what was typed or pasted into it: a plain number, a whole choice, one line of text. */
export function enteredText<Row>(column: GridColumn<Row>, typed: string): string {
  if (column.kind === 'number') return typedNumber(typed)
  const line = typed.replace(/\s*[\r\n]+\s*/g, ' ').trim()
  return column.choices ? chosen(column.choices, line) : line
}

function chosen(choices: readonly string[], typed: string): string {
  if (typed === '' || choices.includes(typed)) return typed
  const place = typedNumber(typed)
  if (/^[1-9]$/.test(place)) return choices[Number(place) - 1] ?? typed
  const beginning = choices.filter(choice => choice.startsWith(typed))
  return beginning.length === 1 ? (beginning[0] ?? typed) : typed
}
