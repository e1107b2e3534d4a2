import type { Vector } from 'pdfmake/js/Renderer.js'

/** A square with dark runs in it, each from the square's own corner: left, top, width and height in points. */
export type QrSquare = Vector & { readonly dark: readonly (readonly [number, number, number, number])[] }

type Square = { readonly x: number; readonly y: number; readonly w: number; readonly h: number }

/**
 * pdfmake's QR code, a white square and a black one for every dark module row by row, as one square that knows what is dark
 * in it: drawn module by module the two codes of a sheet took as long as all the rest of it.
 */
export function qrRows(canvas: readonly Vector[]): readonly Vector[] {
  const [ground, ...modules] = canvas
  if (!ground) return canvas
  const dark: [number, number, number, number][] = []
  for (const module of modules) {
    const { x, y, w, h } = module as Vector & Square
    const run = dark.at(-1)
    if (run && run[1] === y && run[0] + run[2] === x) run[2] += w
    else dark.push([x, y, w, h])
  }
  const square: QrSquare = { ...ground, lineColor: modules[0]?.color, dark }
  return [square]
}
