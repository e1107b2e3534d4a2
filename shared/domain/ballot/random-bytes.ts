/**
 * Cryptographic random bytes, `length` of them. Always passed in: `shared/` has no randomness of its own. `used` is memory of
 * that length whose bytes are used up: it may be filled anew instead of new memory.
 */
export type RandomBytes = (length: number, used?: Uint8Array) => Uint8Array

/**
 * The same randomness fetched `block` bytes at a time and cut into pieces, each given out once: for many small numbers a
 * system call each would be the slowest part. What is longer than a block comes directly.
 */
export function inBlocks(random: RandomBytes, block: number): RandomBytes {
  let bytes: Uint8Array = new Uint8Array()
  let used = 0
  return length => {
    if (length > block) return random(length)
    if (used + length > bytes.length) {
      bytes = random(block)
      used = 0
    }
    used += length
    return bytes.subarray(used - length, used)
  }
}

const SPACE = 2 ** 53
/** What `randomBelow` asks for at a time; now and then once more. */
export const DRAW_BYTES = 7

/**
 * A whole number from 0 to `limit − 1`, each equally likely (what would favour the small ones is thrown away).
 * `limit` is 1 to 2^53; anything else is a RangeError.
 */
export function randomBelow(limit: number, random: RandomBytes): number {
  if (!Number.isInteger(limit) || limit < 1 || limit > SPACE) throw new RangeError(`no number is below ${limit}`)
  const fair = SPACE - (SPACE % limit)
  for (;;) {
    const [top = 0, ...bytes] = random(DRAW_BYTES)
    const value = bytes.reduce((total, byte) => total * 256 + byte, top & 31)
    if (value < fair) return value % limit
  }
}
