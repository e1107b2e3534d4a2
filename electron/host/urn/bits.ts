/** A row of bits: which slips have voted, which slots are filled. */
export type Bits = Uint8Array

export function emptyBits(length: number): Bits {
  return new Uint8Array(Math.ceil(length / 8))
}

export function hasBit(bits: Bits, index: number): boolean {
  return (((bits[index >> 3] ?? 0) >> (index & 7)) & 1) === 1
}

/** The bits with some more of them set. */
export function withBits(bits: Bits, indices: readonly number[]): Bits {
  const more = bits.slice()
  for (const index of indices) more[index >> 3] = (more[index >> 3] ?? 0) | (1 << (index & 7))
  return more
}

/** The places from `start` up to but not including `end` whose bit is `set`. */
export function placesOf(bits: Bits, start: number, end: number, set: boolean): number[] {
  const places: number[] = []
  for (let index = start; index < end; index++) if (hasBit(bits, index) === set) places.push(index)
  return places
}
