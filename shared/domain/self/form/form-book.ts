// A workbook to fill in, as the host's writer takes it (`workbooks.write`). Lists are not readonly because the contract's
// are not; nothing here is changed after it was made.

export type FormStyle = 'title' | 'head' | 'header' | 'number' | 'text' | 'left' | 'note'

/** Words, or an exact decimal as a number cell. */
export type FormCell = { text: string; style: FormStyle } | { number: string; style: FormStyle }

export type FormRow = { height?: number; cells: FormCell[] }

/** What Excel and WPS check while a cell is filled in, with the hint they show. */
export type FormRule = {
  range: string
  title: string
  hint: string
  check:
    | { type: 'decimal'; from: string; to: string }
    | { type: 'whole'; from: number; to: number }
    | { type: 'list'; choices: string[] }
    | null
}

export type FormSheet = {
  name: string
  hidden?: boolean
  /** In characters of a Latin digit. */
  widths: number[]
  rows: FormRow[]
  merges?: string[]
  headerRow: number
  rules?: FormRule[]
}

export type FormBook = { sheets: FormSheet[] }

/** A cell of words. */
export function textCell(text: string, style: FormStyle): FormCell {
  return { text, style }
}

/** A cell for a figure: filled in where it is known, otherwise empty. */
export function figureCell(value: string | undefined): FormCell {
  return value === undefined || value === '' || !/^-?\d{1,15}(\.\d{1,15})?$/.test(value)
    ? { text: value ?? '', style: 'number' }
    : { number: value, style: 'number' }
}

/** The letters of a column, from 0: `A`, `Z`, `AA`. */
export function columnName(index: number): string {
  const last = String.fromCharCode(65 + (index % 26))
  return index < 26 ? last : columnName(Math.floor(index / 26) - 1) + last
}
