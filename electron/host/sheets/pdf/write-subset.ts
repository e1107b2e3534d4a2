import { type HuffmanCode, huffmanCode } from './huffman-code.ts'
import { joinPieces, type PackedPiece, packPiece } from './packed-bytes.ts'
import type { TrueType } from './true-type.ts'

/** A TrueType file as a zlib stream (to be copied before the next is written), and its length unpacked. */
export type PackedFont = { readonly packed: Buffer; readonly length: number }
/** Part of a TrueType table: packed, and the sum of its words, by which tables are checked. Its length is a multiple of four. */
type Part = PackedPiece & { readonly checksum: number }
type Glyph = { readonly outline: Part; readonly metrics: Buffer }

// A glyph made of others says so in its contour count; each part has flags, then the part's glyph. OpenType, "glyf".
const MORE_COMPONENTS = 0x20
const WORDS = 0x01
const SCALE = 0x08
const TWO_SCALES = 0x40
const MATRIX = 0x80

// Enough outlines to know how often each byte occurs in them.
const SAMPLE = 400_000

/**
 * Writes TrueType files that hold the given glyphs of `font` and no others, in that order (the first must be 0, the glyph
 * for what is missing); parts of composed glyphs follow them. They have what a PDF's CIDFontType2 with an identity map needs
 * and no cmap or names. The outlines are neither taken apart nor compressed anew, which was two fifths of the time of a
 * sheet: each is coded once for all documents. The same glyphs give the same bytes.
 */
export function subsetWriter(font: TrueType): (glyphs: readonly number[]) => PackedFont {
  const code = huffmanCode(tableOf(font, 'glyf').subarray(0, SAMPLE))
  const hinting = ['cvt ', 'fpgm', 'prep'].flatMap((tag): [string, Table][] => {
    const table = font.table(tag)
    return table ? [[tag, { parts: [partOf(code, table)], length: table.length }]] : []
  })
  const known = new Map<number, Glyph>()
  const glyphOf = (glyph: number, placeOf: (glyph: number) => number): Glyph => {
    const kept = known.get(glyph)
    if (kept) return kept
    const outline = font.outline(glyph)
    const isComposed = outline.length > 0 && outline.readInt16BE(0) < 0
    const made: Glyph = {
      outline: partOf(code, isComposed ? withParts(outline, placeOf) : outline),
      metrics: font.metrics(glyph),
    }
    // Where a composed glyph's parts stand differs from document to document.
    if (!isComposed) known.set(glyph, made)
    return made
  }
  return glyphs => {
    const order = [...glyphs]
    const places = new Map(order.map((glyph, place) => [glyph, place]))
    const placeOf = (glyph: number): number => {
      const place = places.get(glyph)
      if (place !== undefined) return place
      places.set(glyph, order.length)
      return order.push(glyph) - 1
    }
    const chosen: Glyph[] = []
    for (let place = 0; place < order.length; place++) chosen.push(glyphOf(order[place] ?? 0, placeOf))
    const loca = Buffer.alloc(4 * (chosen.length + 1))
    let end = 0
    chosen.forEach(({ outline }, place) => {
      end += outline.bytes
      loca.writeUInt32BE(end, 4 * (place + 1))
    })
    const head = Buffer.from(tableOf(font, 'head'))
    head.writeUInt32BE(0, 8) // The checksum over the whole file, which a PDF's reader does not look at.
    head.writeInt16BE(1, 50) // Long offsets.
    const hhea = Buffer.from(tableOf(font, 'hhea'))
    hhea.writeUInt16BE(chosen.length, 34)
    const maxp = Buffer.from(tableOf(font, 'maxp'))
    maxp.writeUInt16BE(chosen.length, 4)
    const whole = (bytes: Buffer): Table => ({ parts: [partOf(code, bytes)], length: bytes.length })
    return fontFile(
      code,
      new Map([
        ...hinting,
        ['glyf', { parts: chosen.map(({ outline }) => outline), length: end }],
        ['head', whole(head)],
        ['hhea', whole(hhea)],
        ['hmtx', whole(Buffer.concat(chosen.map(({ metrics }) => metrics)))],
        ['loca', whole(loca)],
        ['maxp', whole(maxp)],
      ]),
    )
  }
}

function tableOf(font: TrueType, tag: string): Buffer {
  const table = font.table(tag)
  if (!table) throw new Error(`a TrueType font without ${tag}`)
  return table
}

function withParts(outline: Buffer, placeOf: (glyph: number) => number): Buffer {
  const copy = Buffer.from(outline)
  let at = 10
  for (let flags = MORE_COMPONENTS; (flags & MORE_COMPONENTS) !== 0; ) {
    flags = copy.readUInt16BE(at)
    copy.writeUInt16BE(placeOf(copy.readUInt16BE(at + 2)), at + 2)
    const scale = (flags & SCALE) !== 0 ? 2 : (flags & TWO_SCALES) !== 0 ? 4 : (flags & MATRIX) !== 0 ? 8 : 0
    at += 4 + ((flags & WORDS) !== 0 ? 4 : 2) + scale
  }
  return copy
}

/** Bytes filled up to whole words of four, as tables begin on such. */
function partOf(code: HuffmanCode, bytes: Buffer): Part {
  const filled = bytes.length % 4 === 0 ? bytes : Buffer.concat([bytes], (bytes.length + 3) & ~3)
  let checksum = 0
  for (let at = 0; at < filled.length; at += 4) checksum = (checksum + filled.readUInt32BE(at)) | 0
  return { ...packPiece(code, filled), checksum }
}

type Table = { readonly parts: readonly Part[]; readonly length: number }

function fontFile(code: HuffmanCode, tables: ReadonlyMap<string, Table>): PackedFont {
  const inOrder = [...tables].sort(([one], [other]) => (one < other ? -1 : 1))
  const power = 2 ** Math.floor(Math.log2(inOrder.length))
  const directory = Buffer.alloc(12 + 16 * inOrder.length)
  directory.writeUInt32BE(0x00010000, 0)
  directory.writeUInt16BE(inOrder.length, 4)
  directory.writeUInt16BE(16 * power, 6)
  directory.writeUInt16BE(Math.log2(power), 8)
  directory.writeUInt16BE(16 * (inOrder.length - power), 10)
  let offset = directory.length
  inOrder.forEach(([name, { parts, length }], index) => {
    const entry = 12 + 16 * index
    directory.write(name, entry, 'latin1')
    const checksum = parts.reduce((sum, part) => (sum + part.checksum) | 0, 0)
    directory.writeUInt32BE(checksum >>> 0, entry + 4)
    directory.writeUInt32BE(offset, entry + 8)
    directory.writeUInt32BE(length, entry + 12)
    offset += parts.reduce((sum, part) => sum + part.bytes, 0)
  })
  const parts = [partOf(code, directory), ...inOrder.flatMap(([, table]) => table.parts)]
  return { packed: joinPieces(code, parts), length: offset }
}
