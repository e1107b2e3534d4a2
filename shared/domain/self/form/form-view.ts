import { cellText } from '#shared/domain/roster/registration/cell-text.ts'
import type { Cell, Sheet } from '#shared/domain/roster/registration/grid.ts'
import { squeeze } from '#shared/domain/roster/registration/tidy.ts'
import { type Spot, type View, viewOf } from '#shared/domain/roster/registration/view.ts'

/** What of a sheet's rows a form's reader looks at: what is seen, each merged cell once, with its words squeezed. */
export type FormLine = { readonly row: number; readonly spots: readonly (Spot & { readonly label: string })[] }

export type FormView = { readonly sheet: string; readonly view: View; readonly lines: readonly FormLine[] }

/** A sheet as its lines of labels. */
export function formView(sheet: Sheet): FormView {
  const view = viewOf(sheet)
  const lines = sheet.rows.map(({ number }) => ({
    row: number,
    spots: view
      .spots(number)
      .filter(spot => spot.top === number)
      .map(spot => ({ ...spot, label: squeeze(cellText(spot.cell)) })),
  }))
  return { sheet: sheet.name, view, lines }
}

/** The first line that holds all these labels (in any order), with the column where each stands; null where none does. */
export function findColumns<Key extends string>(
  { lines }: FormView,
  labels: Readonly<Record<Key, (label: string) => boolean>>,
  after = 0,
): { readonly row: number; readonly columns: Readonly<Record<Key, number>> } | null {
  const keys = Object.keys(labels) as Key[]
  for (const { row, spots } of lines) {
    if (row <= after) continue
    const columns = keys.map(key => [key, spots.find(spot => labels[key](spot.label))?.left] as const)
    // Every key has its column: nothing is left out of the record.
    if (columns.every(([, column]) => column !== undefined))
      return { row, columns: Object.fromEntries(columns) as Record<Key, number> }
  }
  return null
}

/** The cell at a column of a row, where it is that row's own. */
export function cellAt({ view }: FormView, row: number, column: number): Cell | null {
  const spot = view.at(row, column)
  return spot && spot.top === row ? spot.cell : null
}

/** A cell's words at a column that begin there: '' under a cell merged across from the left. */
export function labelAt({ view }: FormView, row: number, column: number): string {
  const spot = view.at(row, column)
  return spot && spot.top === row && spot.left === column ? squeeze(cellText(spot.cell)) : ''
}

/** What is written to the right of a label: `姓名` | `王晓明`, or in its own cell behind a colon (`评定单位：西城区总工会`). */
export function besideLabel(form: FormView, label: string): { readonly text: string; readonly row: number } | null {
  for (const { row, spots } of form.lines)
    for (const [index, spot] of spots.entries()) {
      if (spot.label === label || spot.label === `${label}:`) {
        const next = spots[index + 1]
        return { row, text: next ? cellText(next.cell) : '' }
      }
      if (spot.label.startsWith(`${label}:`)) return { row, text: spot.label.slice(label.length + 1) }
    }
  return null
}
