import type { PDFDocument } from 'pdfmake/js/PDFDocument.js'
import type { StyleStack } from 'pdfmake/js/StyleContextStack.js'
import type { Inline, Inlines, Piece } from 'pdfmake/js/TextInlines.js'
import { type InlineStyle, InlineStyles } from './inline-style.ts'
import { TextInlines } from './pdfmake-parts.ts'
import type { GlyphRun } from './shared-font.ts'
import { SheetFont } from './sheet-font.ts'

/** A measured piece of a line: pdfmake's fields, and the look that it shares with its neighbours. */
export type SheetInline = Inline & { readonly look: Look; readonly run: GlyphRun }
export type Look = InlineStyle & {
  readonly sheetFont: SheetFont
  /** What its lines are high. */
  readonly height: number
}

// In ems. A longer word may be cut at the end of its line, so it does not ask its column to be as wide as itself: the
// columns that share a table's width would push it off the page.
const UNCUT = 4

/**
 * pdfmake's measuring of text. Chinese may break at almost every character, so a paragraph comes as hundreds of pieces of one
 * style; pdfmake asks two dozen times for each of them what its style is. Here it is asked once for each style.
 */
export class SheetInlines extends TextInlines {
  private readonly document: PDFDocument
  private readonly styles = new InlineStyles()

  constructor(document: PDFDocument) {
    super(document)
    this.document = document
  }

  override buildInlines(text: unknown, stack: StyleStack): Inlines {
    const inlines = super.buildInlines(text, stack)
    const least = inlines.items.map(({ width, leadingCut, trailingCut, noWrap, fontSize }) => {
      const shown = Math.max(0, width - leadingCut - trailingCut)
      return noWrap ? shown : Math.min(shown, UNCUT * fontSize)
    })
    return { ...inlines, minWidth: least.reduce((most, each) => Math.max(most, each), 0) }
  }

  override measure(pieces: readonly Piece[], stack: StyleStack): readonly Inline[] {
    let like: Piece = { text: '' }
    let look: Look | null = null
    const inlines: SheetInline[] = []
    for (const piece of pieces) {
      if (!look || !isSameStyle(piece, like)) look = this.look(stack, piece)
      // Said in some way that no sheet says it: pdfmake's affair.
      if (!look) return super.measure(pieces, stack)
      like = piece
      inlines.push(inlineOf(piece, look, inlines.length === 0 ? look.leadingIndent : 0))
    }
    return inlines
  }

  private look(stack: StyleStack, piece: Piece): Look | null {
    const style = this.styles.of(stack, piece)
    const font = style && this.document.provideFont(style.font, style.bold, false)
    if (!style || !(font instanceof SheetFont)) return null
    return { ...style, sheetFont: font, height: font.lineHeight(style.fontSize) * style.lineHeight }
  }
}

/** A piece measured; `indent` is the paragraph's, for its first piece. */
export function inlineOf({ text, lineEnd, noNewLine }: Piece, look: Look, indent: number): SheetInline {
  const { sheetFont, fontSize } = look
  const run = sheetFont.run(text)
  // Blanks at the ends of a line are cut off; the indent is a blank that is not there.
  let leading = 0
  let trailing = 0
  if (run.hasBlank) {
    const widthOf = (words = '') => sheetFont.widthOfString(words, fontSize)
    if (!look.preserveLeadingSpaces) leading = widthOf(/^\s+/.exec(text)?.[0])
    if (!look.preserveTrailingSpaces) trailing = widthOf(/\s+$/.exec(text)?.[0])
  }
  return {
    text,
    width: (run.width * fontSize) / 1000,
    height: look.height,
    font: sheetFont,
    fontSize,
    color: look.color,
    alignment: look.alignment,
    noWrap: look.noWrap,
    opacity: 1,
    leadingCut: leading - indent,
    trailingCut: trailing,
    leadingIndent: indent,
    lineEnd,
    noNewLine,
    x: 0,
    look,
    run,
  }
}

/** Whether the piece was measured here. */
export function isSheetInline(inline: Inline): inline is SheetInline {
  return 'look' in inline
}

/** Pieces of one text are said alike; those of a list of texts each have their own. */
function isSameStyle(piece: Piece, like: Piece): boolean {
  for (const key in piece) if (!OWN.has(key) && piece[key] !== like[key]) return false
  for (const key in like) if (!OWN.has(key) && !(key in piece)) return false
  return true
}

const OWN: ReadonlySet<string> = new Set(['text', 'lineEnd', 'noNewLine'])
