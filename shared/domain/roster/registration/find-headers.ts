import type { Field } from './fields.ts'
import { type Header, headerAt } from './find-header.ts'
import type { Sheet } from './grid.ts'
import { type View, viewOf } from './view.ts'

/** A sheet with its headers; `strength` counts the fields that the best of them names. */
export type FoundSheet = { readonly view: View; readonly headers: readonly Header[]; readonly strength: number }

/** The sheet's headers: the first, and those repeated further down (printed pages, forms pasted below each other). */
export function findHeaders(sheet: Sheet): FoundSheet {
  const view = viewOf(sheet)
  const headers: Header[] = []
  for (const row of sheet.rows) {
    if (row.number <= (headers.at(-1)?.bottom ?? 0)) continue
    const header = headerAt(view, row.number)
    if (header) headers.push(header)
  }
  return { view, headers, strength: Math.max(0, ...headers.map(fieldCount)) }
}

function fieldCount(header: Header): number {
  const fields = [...header.fields, ...header.twice].map(column => column.field)
  return new Set<Field>(fields.filter(field => field !== 'index')).size
}
