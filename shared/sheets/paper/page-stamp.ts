import type { ArchiveStamp, Cell, Content, Definition } from './definition.ts'
import { fittedSize } from './text-width.ts'

// 45 × 16 mm, two rows of three cells. Source: DA/T 22-2015, 5.4.
const WIDTH = 127.56
const HEIGHT = 45.35
const LINE = 0.6
const CELL = (WIDTH - 4 * LINE) / 3
const TOP = 9

/** The archive's stamp (归档章) at the top centre of a first page of `pages` pages. */
export function pageStamp(stamp: ArchiveStamp, pages: number, pageWidth: number): Content {
  const rows = [
    [stamp.fonds, String(stamp.year), stamp.item],
    [stamp.body, stamp.retention, String(pages)],
  ]
  return {
    layout: 'stamp',
    margin: [(pageWidth - WIDTH) / 2, TOP, 0, 0],
    table: {
      widths: [CELL, CELL, CELL],
      heights: (HEIGHT - 3 * LINE) / 2,
      body: rows.map(row => row.map(cell)),
    },
  }
}

function cell(text: string): Cell {
  const fontSize = fittedSize(text, CELL - 2, 9, 4)
  // The middle by hand: a header has no page for pdfmake's vertical alignment to count from.
  return { text, fontSize, alignment: 'center', noWrap: true, margin: [0, (HEIGHT / 2 - fontSize * 1.45) / 2, 0, 0] }
}

/** A page's width in points. */
export function pageWidthOf({ pageOrientation }: Definition): number {
  return pageOrientation === 'landscape' ? 841.89 : 595.28
}
