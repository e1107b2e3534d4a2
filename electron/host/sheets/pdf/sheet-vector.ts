import type { Vector } from 'pdfmake/js/Renderer.js'
import { short } from './number-text.ts'
import type { QrSquare } from './qr-square.ts'
import type { SheetDocument } from './sheet-document.ts'

type Line = { readonly x1: number; readonly y1: number; readonly x2: number; readonly y2: number }
type Rect = { readonly x: number; readonly y: number; readonly w: number; readonly h: number }

// What else pdfmake knows of lines and rectangles.
const OTHERS = ['r', 'linearGradient', 'fillOpacity', 'strokeOpacity', 'lineJoin', 'lineCap'] as const

/** Draws a line or a rectangle as the sheets say them; false, and nothing drawn, where it says more. */
export function drawVector(document: SheetDocument, vector: Vector): boolean {
  const { type, dash, color, lineColor, lineWidth } = vector
  if (dash || OTHERS.some(other => vector[other] !== undefined)) return false
  if (type === 'line') {
    const { x1, y1, x2, y2 } = vector as Vector & Line
    document.setLine(lineWidth || 1, lineColor)
    document.draw(`${short(x1)} ${short(y1)} m ${short(x2)} ${short(y2)} l S`)
    return true
  }
  if (type !== 'rect') return false
  const { x, y, w, h } = vector as Vector & Rect
  const { dark } = vector as Partial<QrSquare>
  const path = `${short(x)} ${short(y)} ${short(w)} ${short(h)} re`
  if (dark) {
    document.setFill(color)
    document.draw(`${path} f`)
    document.setFill(lineColor)
    document.draw(`q 1 0 0 1 ${short(x)} ${short(y)} cm\n${dark} f Q`)
    return true
  }
  if (color) document.setFill(color)
  if (!color || lineColor) document.setLine(lineWidth || 1, lineColor)
  document.draw(`${path} ${color ? (lineColor ? 'B' : 'f') : 'S'}`)
  return true
}
