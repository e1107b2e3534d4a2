/** A Huffman code for bytes as deflate knows them (RFC 1951, 3.2.2): each byte's bits, the first of them lowest. */
export type HuffmanCode = {
  /** By byte; 256 ends the block. */
  readonly bits: Uint16Array
  readonly lengths: Uint8Array
}

const LONGEST = 15
export const END_OF_BLOCK = 256
const SYMBOLS = 257

/** The shortest code for bytes as frequent as in `sample`; every byte has one, also where the sample lacks it. */
export function huffmanCode(sample: Uint8Array): HuffmanCode {
  const weights = new Array<number>(SYMBOLS).fill(1)
  for (const byte of sample) weights[byte] = (weights[byte] ?? 0) + 1
  let lengths = codeLengths(weights)
  // Rarer than a code may be long: the weights are brought nearer to each other.
  for (let halved = weights; lengths.some(length => length > LONGEST); lengths = codeLengths(halved))
    halved = halved.map(weight => (weight >> 1) + 1)
  return { lengths: Uint8Array.from(lengths), bits: canonicalBits(lengths) }
}

/** How deep each symbol lies in Huffman's tree; of equal weights the one that came first is taken, so that it is always the same. */
function codeLengths(weights: readonly number[]): number[] {
  type Node = { readonly weight: number; readonly symbols: readonly number[] }
  const lengths = new Array<number>(weights.length).fill(0)
  const leaves = weights
    .map((weight, symbol): Node => ({ weight, symbols: [symbol] }))
    .sort((a, b) => a.weight - b.weight)
  const joined: Node[] = []
  const lightest = (): Node => {
    const [leaf, join] = [leaves[0], joined[0]]
    const from = leaf && (!join || leaf.weight <= join.weight) ? leaves : joined
    return from.shift() ?? { weight: 0, symbols: [] }
  }
  for (let joins = 1; joins < weights.length; joins++) {
    const [one, other] = [lightest(), lightest()]
    const symbols = [...one.symbols, ...other.symbols]
    for (const symbol of symbols) lengths[symbol] = (lengths[symbol] ?? 0) + 1
    joined.push({ weight: one.weight + other.weight, symbols })
  }
  return lengths
}

/** Codes of one length follow each other in the symbols' order, the shorter lengths first; turned round for writing. */
export function canonicalBits(lengths: readonly number[]): Uint16Array {
  const bits = new Uint16Array(lengths.length)
  let next = 0
  for (let length = 1; length <= LONGEST; length++) {
    next <<= 1
    for (const [symbol, own] of lengths.entries()) {
      if (own !== length) continue
      bits[symbol] = reversed(next, length)
      next += 1
    }
  }
  return bits
}

function reversed(code: number, length: number): number {
  let turned = 0
  for (let bit = 0; bit < length; bit++) turned |= ((code >> bit) & 1) << (length - 1 - bit)
  return turned
}
