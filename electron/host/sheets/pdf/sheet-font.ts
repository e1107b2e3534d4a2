import type { DocumentFont, PDFDocument, Position, Reference } from 'pdfmake/js/PDFDocument.js'
import type { GlyphRun, SetGlyph, SharedFont } from './shared-font.ts'
import { codeCharacters, toUnicodeMap } from './to-unicode-map.ts'
import { packed, writePacked } from './write-packed.ts'

const EM = 1000
const HEX = Array.from({ length: 0x10000 }, (_, code) => code.toString(16).padStart(4, '0'))

/** One document's use of a shared font: which glyphs it needs, and at the end the font as it is embedded. */
export class SheetFont implements DocumentFont {
  readonly id: string
  readonly ascender: number
  readonly descender: number
  readonly lineGap: number
  private readonly document: PDFDocument
  private readonly shared: SharedFont
  /** The document's codes in their order: code 0 is the glyph for what is missing. */
  private readonly glyphs: SetGlyph[]
  private readonly codes = new Map<number, number>()
  private dictionary: Reference | null = null

  constructor(document: PDFDocument, shared: SharedFont, id: string) {
    this.document = document
    this.shared = shared
    this.id = id
    const { font } = shared
    this.ascender = this.scaled(font.ascent)
    this.descender = this.scaled(font.descent)
    this.lineGap = this.scaled(font.lineGap)
    const width = this.scaled(font.getGlyph(0).advanceWidth)
    this.glyphs = [{ id: 0, width, advance: width, xOffset: 0, yOffset: 0, characters: codeCharacters([0]) }]
  }

  private scaled(units: number): number {
    return (units * 1000) / this.shared.font.unitsPerEm
  }

  lineHeight(size: number, includeGap = false): number {
    return ((this.ascender + (includeGap ? this.lineGap : 0) - this.descender) / 1000) * size
  }

  widthOfString(text: string, size: number): number {
    return (this.shared.run(text).width * size) / 1000
  }

  run(text: string): GlyphRun {
    return this.shared.run(text)
  }

  /** The glyph's code in this document, four hexadecimal digits. */
  codeOf(glyph: SetGlyph): string {
    const known = this.codes.get(glyph.id)
    const code = known ?? this.glyphs.push(glyph) - 1
    if (known === undefined) this.codes.set(glyph.id, code)
    return HEX[code] ?? ''
  }

  encode(text: string): [string[], readonly Position[]] {
    const glyphs = this.run(text).glyphs
    const positions = glyphs.map(({ advance, xOffset, yOffset, width }) => ({
      xAdvance: advance,
      xOffset,
      yOffset,
      advanceWidth: width,
    }))
    return [glyphs.map(glyph => this.codeOf(glyph)), positions]
  }

  ref(): Reference {
    this.dictionary ??= this.document.ref()
    return this.dictionary
  }

  /** Embeds the font if a page used it. As pdfkit's own fonts, but for the writer of the subset and its compression. */
  finalize(): void {
    if (!this.dictionary) return
    const { font, subset } = this.shared
    const { packed: bytes, length } = subset(this.glyphs.map(glyph => glyph.id))
    const file = this.document.ref({ Filter: 'FlateDecode', Length1: length })
    file.end(bytes)
    const name = `${tagOf(this.id)}+${font.postscriptName}`
    const { bbox } = font
    const descriptor = this.document.ref({
      Type: 'FontDescriptor',
      FontName: name,
      Flags: 4,
      FontBBox: [bbox.minX, bbox.minY, bbox.maxX, bbox.maxY].map(side => this.scaled(side)),
      ItalicAngle: font.italicAngle,
      Ascent: this.ascender,
      Descent: this.descender,
      CapHeight: this.scaled(font.capHeight),
      XHeight: this.scaled(font.xHeight),
      StemV: 0,
      FontFile2: file,
      ...(this.document.subset === 1 ? { CIDSet: this.codeSet() } : {}),
    })
    descriptor.end()
    const descendant = this.document.ref({
      Type: 'Font',
      Subtype: 'CIDFontType2',
      BaseFont: name,
      CIDSystemInfo: { Registry: new String('Adobe'), Ordering: new String('Identity'), Supplement: 0 },
      FontDescriptor: descriptor,
      W: this.widths(),
      CIDToGIDMap: 'Identity',
    })
    descendant.end()
    const map = this.document.ref()
    writePacked(map, packed(Buffer.from(toUnicodeMap(this.glyphs.map(glyph => glyph.characters)), 'latin1')))
    map.end()
    Object.assign(this.dictionary.data, {
      Type: 'Font',
      Subtype: 'Type0',
      BaseFont: name,
      Encoding: 'Identity-H',
      DescendantFonts: [descendant],
      ToUnicode: map,
    })
    this.dictionary.end()
    this.dictionary = null
  }

  /** Of those codes that are not as wide as a font's are where nothing is said: an em. */
  private widths(): unknown[] {
    return this.glyphs.flatMap(({ width }, code) => (width === EM ? [] : [code, [width]]))
  }

  /** PDF/A-1 wants a bit for every code in use (ISO 19005-1, 6.3.5). */
  private codeSet(): Reference {
    const bits = Buffer.alloc(Math.ceil(this.glyphs.length / 8))
    for (let code = 0; code < this.glyphs.length; code++)
      bits[code >> 3] = (bits[code >> 3] ?? 0) | (0x80 >> (code & 7))
    const set = this.document.ref()
    set.compress = false
    set.end(bits)
    return set
  }
}

/** Six capitals that mark a subset's name: of the font's number in the document, so that the same data gives the same name. */
function tagOf(id: string): string {
  const number = Number(id.slice(1))
  return String.fromCharCode(...[5, 4, 3, 2, 1, 0].map(place => 65 + (Math.floor(number / 26 ** place) % 26)))
}
