import { encode } from 'uqr'

/** A QR code's dark squares as an SVG path, and how many modules it has on each side with its white border. */
export function qrPath(text: string): { readonly path: string; readonly modules: number } {
  const { data, size } = encode(text, { ecc: 'M', border: 2 })
  const squares = data.flatMap((row, y) => row.flatMap((on, x) => (on ? [`M${x} ${y}h1v1h-1z`] : [])))
  return { path: squares.join(''), modules: size }
}
