/** Cryptographic random bytes, `length` of them. Always passed in: `shared/` has no randomness of its own. */
export type RandomBytes = (length: number) => Uint8Array

const SPACE = 2 ** 53

/**
 * A whole number from 0 to `limit − 1`, each equally likely (what would favour the small ones is thrown away).
 * `limit` is 1 to 2^53; anything else is a RangeError.
 */
export function randomBelow(limit: number, random: RandomBytes): number {
  if (!Number.isInteger(limit) || limit < 1 || limit > SPACE) throw new RangeError(`no number is below ${limit}`)
  const fair = SPACE - (SPACE % limit)
  for (;;) {
    const [top = 0, ...bytes] = random(7)
    const value = bytes.reduce((total, byte) => total * 256 + byte, top & 31)
    if (value < fair) return value % limit
  }
}
