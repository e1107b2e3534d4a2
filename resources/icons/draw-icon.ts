// The mark of renderer/app/brand.svg on its grid of 32: a rounded square with three bars.
const GRID = 32
const BLUE = [31, 90, 146] as const
const WHITE = [255, 255, 255] as const
const CORNER = 6
const HALF_BAR = 1.7
const BOTTOM = 23
const BARS = [
  { x: 8, top: 14 },
  { x: 16, top: 9 },
  { x: 24, top: 17 },
] as const

/** The mark's pixels, `size` × `size`, its edges smoothed: red, green, blue and opacity of each, from the top. */
export function drawIcon(size: number): Buffer {
  const pixels = Buffer.alloc(size * size * 4)
  const pixel = GRID / size
  for (let y = 0; y < size; y++)
    for (let x = 0; x < size; x++) {
      const at = { x: (x + 0.5) * pixel, y: (y + 0.5) * pixel }
      const bar = Math.max(...BARS.map(each => cover(barDistance(at, each), pixel)))
      const colour = BLUE.map((blue, index) => Math.round(blue + (WHITE[index] ?? 0) * bar - blue * bar))
      pixels.set([...colour, Math.round(255 * cover(squareDistance(at), pixel))], (y * size + x) * 4)
    }
  return pixels
}

type Point = { readonly x: number; readonly y: number }

/** How far outside of the shape a point lies, in units of the grid; negative inside. */
function squareDistance({ x, y }: Point): number {
  const half = GRID / 2
  const [across, down] = [Math.abs(x - half) - half + CORNER, Math.abs(y - half) - half + CORNER]
  return Math.hypot(Math.max(across, 0), Math.max(down, 0)) + Math.min(Math.max(across, down), 0) - CORNER
}

function barDistance({ x, y }: Point, bar: { readonly x: number; readonly top: number }): number {
  return Math.hypot(x - bar.x, y - Math.min(Math.max(y, bar.top), BOTTOM)) - HALF_BAR
}

/** How much of a pixel lies inside, from 0 to 1. */
function cover(distance: number, pixel: number): number {
  return Math.min(Math.max(0.5 - distance / pixel, 0), 1)
}
