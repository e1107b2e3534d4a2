import type { TrueType } from './true-type.ts'

// A glyph made of others says so in its contour count; each part has flags, then the part's glyph. OpenType, "glyf".
const MORE_COMPONENTS = 0x20
const WORDS = 0x01
const SCALE = 0x08
const TWO_SCALES = 0x40
const MATRIX = 0x80

/**
 * A TrueType file that holds the given glyphs of `font` and no others, in that order (the first must be 0, the glyph for
 * what is missing); parts of composed glyphs follow them. It has what a PDF's CIDFontType2 with an identity map needs and
 * no cmap or names. The outlines are copied, not parsed: fontkit's own writer takes them apart and was an eighth of the
 * time of a sheet. The same glyphs give the same bytes.
 */
export function writeSubset(font: TrueType, glyphs: readonly number[]): Buffer {
  const order = [...glyphs]
  const places = new Map(order.map((glyph, place) => [glyph, place]))
  const placeOf = (glyph: number): number => {
    const known = places.get(glyph)
    if (known !== undefined) return known
    places.set(glyph, order.length)
    return order.push(glyph) - 1
  }
  const outlines: Buffer[] = []
  for (let place = 0; place < order.length; place++) outlines.push(withParts(font.outline(order[place] ?? 0), placeOf))

  const loca = Buffer.alloc(4 * (order.length + 1))
  let end = 0
  outlines.forEach((outline, place) => {
    end += padded(outline.length)
    loca.writeUInt32BE(end, 4 * (place + 1))
  })
  const glyf = Buffer.alloc(end)
  for (const [place, outline] of outlines.entries()) outline.copy(glyf, loca.readUInt32BE(4 * place))
  const head = copyOf(font, 'head')
  head.writeUInt32BE(0, 8) // The checksum over the whole file, which a PDF's reader does not look at.
  head.writeInt16BE(1, 50) // Long offsets.
  const hhea = copyOf(font, 'hhea')
  hhea.writeUInt16BE(order.length, 34)
  const maxp = copyOf(font, 'maxp')
  maxp.writeUInt16BE(order.length, 4)
  const hmtx = Buffer.concat(order.map(font.metrics))
  const hinting = ['cvt ', 'fpgm', 'prep'].flatMap(tag => {
    const table = font.table(tag)
    return table ? [[tag, table] as const] : []
  })
  return fontFile(
    new Map([
      ...hinting,
      ['glyf', glyf],
      ['head', head],
      ['hhea', hhea],
      ['hmtx', hmtx],
      ['loca', loca],
      ['maxp', maxp],
    ]),
  )
}

function withParts(outline: Buffer, placeOf: (glyph: number) => number): Buffer {
  if (outline.length === 0 || outline.readInt16BE(0) >= 0) return outline
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

function copyOf(font: TrueType, tag: string): Buffer {
  const table = font.table(tag)
  if (!table) throw new Error(`a TrueType font without ${tag}`)
  return Buffer.from(table)
}

function padded(length: number): number {
  return (length + 3) & ~3
}

function fontFile(tables: ReadonlyMap<string, Buffer>): Buffer {
  const names = [...tables.keys()].sort()
  const power = 2 ** Math.floor(Math.log2(names.length))
  const directory = Buffer.alloc(12 + 16 * names.length)
  directory.writeUInt32BE(0x00010000, 0)
  directory.writeUInt16BE(names.length, 4)
  directory.writeUInt16BE(16 * power, 6)
  directory.writeUInt16BE(Math.log2(power), 8)
  directory.writeUInt16BE(16 * (names.length - power), 10)
  const parts: Buffer[] = [directory]
  let offset = directory.length
  names.forEach((name, index) => {
    const table = tables.get(name) ?? Buffer.alloc(0)
    const part =
      table.length % 4 === 0 ? table : Buffer.concat([table, Buffer.alloc(padded(table.length) - table.length)])
    const entry = 12 + 16 * index
    directory.write(name, entry, 'latin1')
    directory.writeUInt32BE(checksum(part), entry + 4)
    directory.writeUInt32BE(offset, entry + 8)
    directory.writeUInt32BE(table.length, entry + 12)
    parts.push(part)
    offset += part.length
  })
  return Buffer.concat(parts)
}

function checksum(table: Buffer): number {
  let sum = 0
  for (let at = 0; at < table.length; at += 4) sum = (sum + table.readUInt32BE(at)) | 0
  return sum >>> 0
}
