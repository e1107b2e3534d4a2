import type { Vector } from 'pdfmake/js/Renderer.js'
import type { QrModules } from './qr-modules.ts'

/** A white square with dark runs in it, as rectangles of a path whose origin is the square's own corner, in points. */
export type QrSquare = Vector & { readonly w: number; readonly dark: string }

/**
 * A QR code of `module` whole points a module as one thing on the page: pdfmake's own is a square for each dark module, and
 * the two codes of a sheet took as long as all the rest of it.
 */
export function qrSquare({ size, dark }: QrModules, module: number): QrSquare {
  const runs: string[] = []
  for (let row = 0; row < size; row++)
    for (let column = 0; column < size; column++) {
      if (dark[row * size + column] === 0) continue
      const start = column
      while (column + 1 < size && dark[row * size + column + 1] === 1) column++
      runs.push(`${start * module} ${row * module} ${(column + 1 - start) * module} ${module} re`)
    }
  const side = size * module
  return { type: 'rect', x: 0, y: 0, w: side, h: side, color: '#fff', lineColor: '#000', dark: runs.join('\n') }
}
