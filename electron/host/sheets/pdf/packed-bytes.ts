import { endianness } from 'node:os'
import { canonicalBits, END_OF_BLOCK, type HuffmanCode } from './huffman-code.ts'

// zlib's stream (RFC 1950) put together from pieces that were coded before: all documents of a process embed the same glyphs
// over and over, and coding their outlines anew was a fifth of a sheet's time.

/** Bytes coded once: whole words of bits, the last one not full, and what their sum adds to a stream's (Adler-32). */
export type PackedPiece = {
  readonly words: Uint32Array
  readonly bits: number
  readonly bytes: number
  readonly sum: Sum
}

// Where a stream is put together, the same place for all: a font of 90 KB is made for every sheet.
let scratch = new Uint32Array(32_768)

type Sum = { readonly low: number; readonly high: number }
const ADLER = 65521

export function packPiece({ bits, lengths }: HuffmanCode, bytes: Uint8Array): PackedPiece {
  let count = 0
  for (const byte of bytes) count += lengths[byte] ?? 0
  const writer = new BitWriter(new Uint32Array((count >> 5) + 1))
  let low = 1
  let high = 0
  for (const byte of bytes) {
    writer.write(bits[byte] ?? 0, lengths[byte] ?? 0)
    low += byte
    high += low
    // Far from what a number can hold exactly.
    if (high > 2 ** 40) {
      low %= ADLER
      high %= ADLER
    }
  }
  return { words: writer.words, bits: count, bytes: bytes.length, sum: { low: low % ADLER, high: high % ADLER } }
}

/**
 * The pieces one after the other as one zlib stream of one block. All were packed with `code`. The bytes are to be used or
 * copied at once: the next stream is put together in their place.
 */
export function joinPieces(code: HuffmanCode, pieces: readonly PackedPiece[]): Buffer {
  const count = pieces.reduce((total, piece) => total + piece.bits, 0)
  // The code's own description takes less than 300 bytes.
  const words = (count >> 5) + 80
  if (scratch.length < words) scratch = new Uint32Array(2 * words)
  const writer = new BitWriter(scratch.subarray(0, words).fill(0))
  // Deflate, a window of 32 KB, the fastest way; RFC 1950, 2.2.
  writer.write(0x0178, 16)
  describe(code, writer)
  let sum: Sum = { low: 1, high: 0 }
  for (const piece of pieces) {
    writer.append(piece)
    sum = followedBy(sum, piece)
  }
  writer.write(code.bits[END_OF_BLOCK] ?? 0, code.lengths[END_OF_BLOCK] ?? 0)
  const bytes = writer.toBytes(4)
  bytes.writeUInt32BE(((sum.high << 16) | sum.low) >>> 0, bytes.length - 4)
  return bytes
}

function followedBy({ low, high }: Sum, { sum, bytes }: PackedPiece): Sum {
  return {
    low: (low + sum.low + ADLER - 1) % ADLER,
    high: (high + sum.high + (bytes % ADLER) * (low + ADLER - 1)) % ADLER,
  }
}

/** The last block's head and its code, as RFC 1951, 3.2.7 wants them: the lengths of the lengths' code are four bits each. */
function describe({ lengths }: HuffmanCode, writer: BitWriter): void {
  writer.write(0b101, 3) // The last block; its code follows.
  writer.write(lengths.length - 257, 5)
  writer.write(1, 5) // Two codes for distances, the fewest that every reader takes; nothing is repeated, so none occurs.
  writer.write(ORDER.length - 4, 4)
  for (const length of ORDER) writer.write(length < 16 ? 4 : 0, 3)
  for (const length of [...lengths, 1, 1]) writer.write(LENGTH_BITS[length] ?? 0, 4)
}

// The order in which the lengths' own code is told. Its codes for repeated lengths (16 to 18) are not used.
const ORDER = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15]
const LENGTH_BITS = canonicalBits(new Array<number>(16).fill(4))

/** Writes bits, the lowest first, into words that are laid down lowest byte first. */
class BitWriter {
  readonly words: Uint32Array
  private place = 0
  private used = 0

  /** `words` are all zero. */
  constructor(words: Uint32Array) {
    this.words = words
  }

  write(value: number, count: number): void {
    const { words, place, used } = this
    words[place] = (words[place] ?? 0) | (value << used)
    if (used + count >= 32) {
      this.place += 1
      if (used > 0) words[place + 1] = value >>> (32 - used)
    }
    this.used = (used + count) & 31
  }

  append({ words: added, bits }: PackedPiece): void {
    const { words, used } = this
    const whole = bits >> 5
    let { place } = this
    if (used === 0) {
      words.set(added.subarray(0, whole), place)
      place += whole
    } else {
      let carried = words[place] ?? 0
      for (let index = 0; index < whole; index++) {
        const word = added[index] ?? 0
        words[place++] = carried | (word << used)
        carried = word >>> (32 - used)
      }
      words[place] = carried
    }
    this.place = place
    if ((bits & 31) > 0) this.write(added[whole] ?? 0, bits & 31)
  }

  /** What was written, filled up to a whole byte, and room for `more` bytes behind it; the words' own memory. */
  toBytes(more: number): Buffer {
    const length = 4 * this.place + ((this.used + 7) >> 3)
    const whole = (length + 3) & ~3
    const bytes = Buffer.from(this.words.buffer, this.words.byteOffset, whole + more)
    if (endianness() === 'BE') bytes.subarray(0, whole).swap32()
    return bytes.subarray(0, length + more)
  }
}
