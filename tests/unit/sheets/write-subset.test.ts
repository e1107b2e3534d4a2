import { readFileSync } from 'node:fs'
import { inflateSync } from 'node:zlib'
import { expect, it } from 'vitest'
import { readTrueType } from '#electron/host/sheets/pdf/true-type.ts'
import { subsetWriter } from '#electron/host/sheets/pdf/write-subset.ts'
import { SHEET_FONTS } from '#electron/host/sheets/sheet-fonts.ts'

const font = readTrueType(readFileSync(SHEET_FONTS.normal))
const COMPOSED = -1

/** The file as a reader unpacks it, which checks the stream's sum. */
function unpacked(from: typeof font, glyphs: readonly number[]): Buffer {
  const { packed, length } = subsetWriter(from)(glyphs)
  const file = inflateSync(packed)
  expect(file).toHaveLength(length)
  return file
}

function contoursOf(outline: Buffer): number {
  return outline.length === 0 ? 0 : outline.readInt16BE(0)
}

// A glyph that is cut off, stands under another's code, or has another's width: it would be another character on paper.
it('holds the asked glyphs in the asked order, outline for outline and width for width', () => {
  const chosen = [0, 18_282, 14_917, 34, 66, 1135]
  const subset = readTrueType(unpacked(font, chosen))
  chosen.forEach((glyph, place) => {
    const outline = font.outline(glyph)
    expect(subset.outline(place).subarray(0, outline.length)).toEqual(outline)
    expect(subset.metrics(place)).toEqual(font.metrics(glyph))
  })
  expect(subset.table('maxp')?.readUInt16BE(4)).toBe(chosen.length)
})

// A composed letter whose parts point at the big font's numbers: the accent would be some Chinese character.
it('takes the parts of a composed glyph along and points to them', () => {
  const composed = Array.from({ length: 30_000 }, (_, glyph) => glyph).find(
    glyph => contoursOf(font.outline(glyph)) === COMPOSED,
  )
  const source = composed === undefined ? composedFont() : font
  const glyph = composed ?? 1
  const subset = readTrueType(unpacked(source, [0, glyph]))
  const part = subset.outline(1).readUInt16BE(12)
  expect(part).toBe(2)
  expect(subset.outline(part).subarray(0, 20)).toEqual(
    source.outline(source.outline(glyph).readUInt16BE(12)).subarray(0, 20),
  )
})

/** The font with glyph 1 made of glyph 34, for a font that has no composed glyph. */
function composedFont() {
  const outline = Buffer.alloc(16)
  outline.writeInt16BE(COMPOSED, 0)
  outline.writeUInt16BE(34, 12)
  return { ...font, outline: (glyph: number) => (glyph === 1 ? outline : font.outline(glyph)) }
}

// Glyphs packed for an earlier document, in another order: the bytes would depend on what was printed before.
it('gives the same bytes for the same glyphs, whatever was written before', () => {
  const write = subsetWriter(font)
  write([0, 66, 1135, 34, 18_282])
  const after = Buffer.from(write([0, 34, 66]).packed)
  expect(after.equals(subsetWriter(font)([0, 34, 66]).packed)).toBe(true)
})

// A wrong sum of a table: some printers refuse the font.
it('sums each table in its directory', () => {
  const file = unpacked(font, [0, 34, 66, 1135])
  for (let index = 0; index < file.readUInt16BE(4); index++) {
    const entry = 12 + 16 * index
    const start = file.readUInt32BE(entry + 8)
    const end = start + ((file.readUInt32BE(entry + 12) + 3) & ~3)
    let sum = 0
    for (let at = start; at < end; at += 4) sum = (sum + file.readUInt32BE(at)) % 2 ** 32
    expect(file.readUInt32BE(entry + 4)).toBe(sum)
  }
})
