/** Whole numbers from 0 up, as narrow as they allow. */
export type Numbers = Uint8Array | Uint16Array | Uint32Array

/** Room for `length` whole numbers from 0 to `largest`, which is below 2^32. */
export function numbersUpTo(largest: number, length: number): Numbers {
  if (largest < 2 ** 8) return new Uint8Array(length)
  return largest < 2 ** 16 ? new Uint16Array(length) : new Uint32Array(length)
}
