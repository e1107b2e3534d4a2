import type { TextNode } from 'pdfmake/js/LayoutBuilder.js'
import type { Line as LineOf } from 'pdfmake/js/Line.js'
import type { PDFDocument } from 'pdfmake/js/PDFDocument.js'
import { cutInline } from './cut-inline.ts'
import { LayoutBuilder, Line } from './pdfmake-parts.ts'
import { isSheetInline } from './sheet-inlines.ts'
import { SheetMeasure } from './sheet-measure.ts'

/** pdfmake's layout with the sheets' measuring, and lines that are taken from a paragraph whole, not piece by piece. */
export class SheetLayout extends LayoutBuilder {
  override tryLayoutDocument(
    content: unknown,
    document: PDFDocument,
    styles: object,
    defaultStyle: object,
    ...rest: unknown[]
  ): unknown {
    this.docMeasure = new SheetMeasure(document, styles, defaultStyle, this.tableLayouts)
    return super.tryLayoutDocument(content, document, styles, defaultStyle, ...rest)
  }

  /** The same lines as pdfmake's, which copies the rest of the paragraph for each piece; but for words longer than a line. */
  override buildNextLine(node: TextNode): LineOf | null {
    const pieces = node._inlines
    if (pieces === undefined || pieces.length === 0) return null
    const next = new Line(this.writer.context().availableWidth)
    let taken = 0
    let mustGoOn = false
    for (const piece of pieces) {
      const following = piece.noNewLine ? pieces.slice(taken + 1) : []
      if (!mustGoOn && !next.hasEnoughSpaceForInline(piece, following)) break
      const isFirst = next.inlines.length === 0
      const room = next.getAvailableWidth() + (isFirst ? piece.leadingCut : 0)
      if (!piece.noWrap && piece.width - piece.trailingCut > room) {
        if (!isSheetInline(piece)) return super.buildNextLine(node)
        const { head, rest } = cutInline(piece, room, isFirst ? 1 : 0)
        if (head) next.addInline(head)
        if (rest) pieces[taken] = rest
        else taken++
        break
      }
      next.addInline(piece)
      mustGoOn = piece.noNewLine === true
      taken++
    }
    pieces.splice(0, taken)
    next.lastLineInParagraph = pieces.length === 0
    return next
  }
}
