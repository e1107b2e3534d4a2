import type { CustomTableLayout } from 'pdfmake'
import type { TableLayout } from '#shared/sheets/paper/definition.ts'

const LINE = 0.6

type Padding = { readonly sides: number; readonly top: number; readonly bottom: number }

/** `outer` says whether the lines around the table are drawn; `top` the first of them. */
function layout(padding: Padding, lines: { readonly top: boolean; readonly outer: boolean }): CustomTableLayout {
  return {
    hLineWidth: (line, { table }) =>
      line === 0 ? (lines.top ? LINE : 0) : line === table.body.length && !lines.outer ? 0 : LINE,
    vLineWidth: (line, { table }) => (!lines.outer && (line === 0 || line === table.widths?.length) ? 0 : LINE),
    hLineColor: '#000000',
    vLineColor: '#000000',
    paddingLeft: () => padding.sides,
    paddingRight: () => padding.sides,
    paddingTop: () => padding.top,
    paddingBottom: () => padding.bottom,
  }
}

const ROOMY: Padding = { sides: 4, top: 2.5, bottom: 3.5 }
const NARROW: Padding = { sides: 2, top: 0.5, bottom: 1.5 }

/** What the sheets' layout names mean to pdfmake. */
export const TABLE_LAYOUTS: Readonly<Record<TableLayout, CustomTableLayout>> = {
  grid: layout(ROOMY, { top: true, outer: true }),
  'grid-below': layout(ROOMY, { top: false, outer: true }),
  dense: layout(NARROW, { top: true, outer: true }),
  'dense-below': layout(NARROW, { top: false, outer: true }),
  inner: layout(ROOMY, { top: false, outer: false }),
  stamp: layout({ sides: 0, top: 0, bottom: 0 }, { top: true, outer: true }),
  bare: {
    hLineWidth: () => 0,
    vLineWidth: () => 0,
    paddingLeft: () => 0,
    paddingRight: () => 0,
    paddingTop: () => 0,
    paddingBottom: () => 0,
  },
}
