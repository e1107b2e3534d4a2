import { encode, QrCodeDataType } from 'uqr'

/** Which modules of a QR code are dark: rows of 0 and 1 one after the other, `size` long. */
export type QrModules = { readonly size: number; readonly dark: Uint8Array }

/** ISO/IEC 18004, table 10: the modules of row `i`, column `j` that a mask turns round. */
const MASKS: readonly ((i: number, j: number) => boolean)[] = [
  (i, j) => (i + j) % 2 === 0,
  i => i % 2 === 0,
  (_, j) => j % 3 === 0,
  (i, j) => (i + j) % 3 === 0,
  (i, j) => ((i >> 1) + Math.floor(j / 3)) % 2 === 0,
  (i, j) => ((i * j) % 2) + ((i * j) % 3) === 0,
  (i, j) => (((i * j) % 2) + ((i * j) % 3)) % 2 === 0,
  (i, j) => (((i + j) % 2) + ((i * j) % 3)) % 2 === 0,
]

const turned = new Map<number, readonly Uint8Array[]>()

/** Of all codes of one size, level and mask: which modules are the text's, and the others as they are drawn. */
type Frame = { readonly isData: Uint8Array; readonly fixed: Uint8Array }
const frames = new Map<string, Frame>()

/**
 * A text as a QR code with the mask that a camera reads best. The libraries draw the code with each of the eight masks to
 * find it, which took an eighth of a sheet's time; here it is drawn with one, judged as each of the others and turned.
 */
export function qrModules(text: string, ecc: 'L' | 'M'): QrModules {
  const drawn = encode(text, { ecc, border: 0, maskPattern: 0 })
  const { size } = drawn
  const dark = flat(drawn.data, size)
  const { isData } = frameOf(text, ecc, size, 0)
  let best = 0
  let least = Number.POSITIVE_INFINITY
  const masks = masksOf(size)
  const masked = new Uint8Array(dark.length)
  for (const [mask, differs] of masks.entries()) {
    for (let at = 0; at < dark.length; at++) masked[at] = (dark[at] ?? 0) ^ ((isData[at] ?? 0) & (differs[at] ?? 0))
    const points = penalty(masked, size, least)
    if (points >= least) continue
    least = points
    best = mask
  }
  const { fixed } = frameOf(text, ecc, size, best)
  const differs = masks[best]
  return { size, dark: dark.map((bit, at) => ((isData[at] ?? 0) ? bit ^ (differs?.[at] ?? 0) : (fixed[at] ?? 0))) }
}

/** Taken from any code that has it. */
function frameOf(text: string, ecc: 'L' | 'M', size: number, mask: number): Frame {
  const key = `${ecc}${size}:${mask}`
  const known = frames.get(key)
  if (known) return known
  const { data, types } = encode(text, { ecc, border: 0, maskPattern: mask })
  const isData = flat(
    types.map(row => row.map(type => type === QrCodeDataType.Data)),
    size,
  )
  const frame = { isData, fixed: flat(data, size) }
  frames.set(key, frame)
  return frame
}

function flat(rows: readonly (readonly boolean[])[], size: number): Uint8Array {
  const bits = new Uint8Array(size * size)
  rows.forEach((row, index) => {
    for (let column = 0; column < size; column++) if (row[column]) bits[index * size + column] = 1
  })
  return bits
}

/** For each mask, the modules of a code of this size on which it differs from the first. */
function masksOf(size: number): readonly Uint8Array[] {
  const known = turned.get(size)
  if (known) return known
  const [first] = MASKS
  const made = MASKS.map(mask =>
    Uint8Array.from({ length: size * size }, (_, at) => {
      const [i, j] = [Math.floor(at / size), at % size]
      return Number(mask(i, j) !== first?.(i, j))
    }),
  )
  turned.set(size, made)
  return made
}

// A finder's 1:1:3:1:1 with four light modules on one side, as bits.
const FINDERS = [0b00001011101, 0b10111010000]
const WINDOW = 0x7ff

/** What a module adds by ending a run of five and more, and what by ending a finder, when these are its line's last bits. */
const RUNS = Uint8Array.from({ length: WINDOW + 1 }, (_, bits) => runPoints(bits))
const ALL = RUNS.map((points, bits) => points + (FINDERS.includes(bits) ? 40 : 0))

function runPoints(bits: number): number {
  let run = 1
  while (run < 6 && ((bits >> run) & 1) === (bits & 1)) run++
  return run === 5 ? 3 : run > 5 ? 1 : 0
}

/** ISO/IEC 18004, 7.8.3.1: what makes a code hard to read; from `enough` on not all of it. */
function penalty(dark: Uint8Array, size: number, enough: number): number {
  let points = 0
  let count = 0
  for (let line = 0; line < size && points < enough; line++) {
    points += linePenalty(dark, size, line * size, 1) + linePenalty(dark, size, line, size)
    const start = line * size
    count += dark[start] ?? 0
    for (let at = start + 1; at < start + size; at++) {
      const own = dark[at] ?? 0
      count += own
      if (own === dark[at - 1] && own === dark[at - size] && own === dark[at - size - 1]) points += 3
    }
  }
  return points + 10 * Math.floor(Math.abs(count / (size * size) - 0.5) / 0.05)
}

/** Of one row or column. */
function linePenalty(dark: Uint8Array, size: number, start: number, step: number): number {
  let points = 0
  // Nothing before the line is like its first module.
  let bits = dark[start] === 1 ? 0b1010101010 : 0b0101010101
  for (let place = 0, at = start; place < size; place++, at += step) {
    bits = ((bits << 1) | (dark[at] ?? 0)) & WINDOW
    points += (place < 10 ? RUNS[bits] : ALL[bits]) ?? 0
  }
  return points
}
