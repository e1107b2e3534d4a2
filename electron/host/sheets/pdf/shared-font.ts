import { readFileSync } from 'node:fs'
import type { Font } from 'fontkit'
import { create } from './pdfmake-parts.ts'
import { codeCharacters } from './to-unicode-map.ts'
import { readTrueType } from './true-type.ts'
import { type PackedFont, subsetWriter } from './write-subset.ts'

/** One glyph of a text, set. Lengths are thousandths of the type size. */
export type SetGlyph = {
  readonly id: number
  /** Its width in the font, and how far it moves on here (kerned). */
  readonly width: number
  readonly advance: number
  readonly xOffset: number
  readonly yOffset: number
  /** The characters that it stands for (`codeCharacters`). */
  readonly characters: string
}

export type GlyphRun = {
  readonly glyphs: readonly SetGlyph[]
  readonly width: number
  /** Whether every glyph stands on the line. */
  readonly isLevel: boolean
  /** Whether any character is a blank or a line's end. */
  readonly hasBlank: boolean
}

/** A font file read once and set many times: all documents of a worker share it. */
export type SharedFont = {
  readonly font: Font
  /** The font with these glyphs alone, in this order, as it is embedded. */
  readonly subset: (glyphs: readonly number[]) => PackedFont
  readonly run: (text: string) => GlyphRun
}

// Chinese characters and the space as wide as one neither join nor kern, so each is set once and kept. Any other text is set
// together up to the next blank, as pdfkit does. A test holds the lines against pdfkit's own.
const CHINESE = /^[\u3000\u3400-\u9fff]+$/
const TO_BLANK = /[^ \t]*[ \t]|[^ \t]+/g
const MOST_RUNS = 20_000
const BLANK = /\s/

const fonts = new Map<string, SharedFont>()

/** The font at `path`, parsed at the first call: to parse it for every sheet was a fifth of its time. */
export function sharedFont(path: string): SharedFont {
  const font = fonts.get(path) ?? openFont(path)
  fonts.set(path, font)
  return font
}

function openFont(path: string): SharedFont {
  const file = readFileSync(path)
  const font = create(file)
  if (!('layout' in font)) throw new Error(`${path} is a collection of fonts`)
  const runs = new Map<string, GlyphRun>()
  // Most texts are one character: its place in a list is found sooner than itself in a map.
  const characters = new Array<GlyphRun | undefined>(0x10000)
  const run = (text: string): GlyphRun => {
    if (text.length === 1) {
      const code = text.charCodeAt(0)
      const set = characters[code] ?? setText(font, text)
      characters[code] = set
      return set
    }
    const known = runs.get(text)
    if (known) return known
    const units = CHINESE.test(text) ? [...text] : (text.match(TO_BLANK) ?? [])
    if (units.length > 1) return joined(units.map(run))
    const set = setText(font, text)
    // Names and figures differ from sheet to sheet without end.
    if (runs.size >= MOST_RUNS) runs.clear()
    runs.set(text, set)
    return set
  }
  return { font, subset: subsetWriter(readTrueType(file)), run }
}

function joined(runs: readonly GlyphRun[]): GlyphRun {
  return {
    glyphs: runs.flatMap(run => run.glyphs),
    width: runs.reduce((total, run) => total + run.width, 0),
    isLevel: runs.every(run => run.isLevel),
    hasBlank: runs.some(run => run.hasBlank),
  }
}

function setText(font: Font, text: string): GlyphRun {
  const scale = 1000 / font.unitsPerEm
  // fontkit keeps a glyph with the characters for which it was first used, in whichever document that was: the same sheet would
  // not always say the same of what its glyphs stand for. What is set is kept here.
  Reflect.set(font, '_glyphs', {})
  const { glyphs, positions, advanceWidth } = font.layout(text)
  const set = glyphs.map((glyph, index): SetGlyph => {
    const position = positions[index]
    return {
      id: glyph.id,
      width: glyph.advanceWidth * scale,
      advance: (position?.xAdvance ?? glyph.advanceWidth) * scale,
      xOffset: (position?.xOffset ?? 0) * scale,
      yOffset: (position?.yOffset ?? 0) * scale,
      characters: codeCharacters(glyph.codePoints),
    }
  })
  const isLevel = set.every(glyph => glyph.xOffset === 0 && glyph.yOffset === 0)
  return { glyphs: set, width: advanceWidth * scale, isLevel, hasBlank: BLANK.test(text) }
}
