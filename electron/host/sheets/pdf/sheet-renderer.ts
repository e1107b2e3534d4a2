import type { Line } from 'pdfmake/js/Line.js'
import type { Vector } from 'pdfmake/js/Renderer.js'
import type { Inline } from 'pdfmake/js/TextInlines.js'
import { short } from './number-text.ts'
import { Renderer } from './pdfmake-parts.ts'
import type { SheetDocument } from './sheet-document.ts'
import type { SheetInline } from './sheet-inlines.ts'
import { drawVector } from './sheet-vector.ts'

/**
 * pdfmake's renderer, but for lines of plain words and for rules: pdfmake writes each piece of a line as a text object of its
 * own with its colour and opacity, which is each Chinese character, and says of each rule all that can be said of one. Here
 * it is one text object for each look of a line, and what is already so is not said again.
 */
export class SheetRenderer extends Renderer {
  private readonly document: SheetDocument

  constructor(document: SheetDocument) {
    super(document)
    this.document = document
  }

  override renderVector(vector: Vector): void {
    if (drawVector(this.document, vector)) return
    // pdfmake leaves dashes and caps behind as it set them.
    this.document.save()
    super.renderVector(vector)
    this.document.restore()
  }

  override renderLine(line: Line, x: number, y: number): void {
    const words = plainWords(line)
    if (!words) {
      super.renderLine(line, x, y)
      return
    }
    const baseline = y + line.getAscenderHeight()
    let start = 0
    while (start < words.length) {
      let end = start + 1
      while (words[end]?.look === words[start]?.look && end < words.length) end++
      writeWords(this.document, words.slice(start, end), x, baseline)
      start = end
    }
  }
}

/** The line's pieces where nothing but them is to be drawn; otherwise null, and the line is pdfmake's affair. */
function plainWords(line: Line): readonly SheetInline[] | null {
  const { id, _outline, _pageNodeRef, inlines } = line
  if (id || _outline || _pageNodeRef) return null
  return inlines.every(isPlain) ? inlines : null
}

function isPlain(inline: Inline): inline is SheetInline {
  const { run, _pageNodeRef, text } = inline as Partial<SheetInline> & Inline
  return run?.isLevel === true && !_pageNodeRef && !(run.hasBlank && text.includes('\n'))
}

/** Writes pieces of one look; where one does not begin at the end of the one before (set out to both margins), it is moved. */
function writeWords(document: SheetDocument, words: readonly SheetInline[], x: number, baseline: number): void {
  const [first] = words
  if (!first) return
  const { sheetFont, fontSize, color } = first.look
  const shown: string[] = []
  let codes = ''
  // Where the text is, in thousandths of the type size from the line's start.
  let pen = (first.x * 1000) / fontSize
  const moveTo = (place: number) => {
    // Whole thousandths: what is rounded here is made good at the next glyph.
    const back = Math.round(pen - place)
    if (back === 0) return
    if (codes !== '') shown.push(`<${codes}>`)
    codes = ''
    shown.push(String(back))
    pen -= back
  }
  for (const inline of words) {
    let place = (inline.x * 1000) / fontSize
    for (const glyph of inline.run.glyphs) {
      moveTo(place)
      codes += sheetFont.codeOf(glyph)
      pen += glyph.width
      place += glyph.advance
    }
  }
  if (codes === '') return
  shown.push(`<${codes}>`)
  document.opacity(1)
  document.setFill(color)
  document.setFont(sheetFont, fontSize)
  // The page is written from its top down; the letters stand upright in it.
  document.draw(`BT 1 0 0 -1 ${short(x + first.x)} ${short(baseline)} Tm\n[${shown.join('')}] TJ ET`)
}
