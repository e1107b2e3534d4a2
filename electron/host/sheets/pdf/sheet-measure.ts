import type { QrNode } from 'pdfmake/js/DocMeasure.js'
import type { PDFDocument } from 'pdfmake/js/PDFDocument.js'
import { DocMeasure } from './pdfmake-parts.ts'
import { qrRows } from './qr-rows.ts'
import { SheetInlines } from './sheet-inlines.ts'

/** pdfmake's measuring with the sheets' way of measuring words, and a QR code as one thing, not as four hundred squares. */
export class SheetMeasure extends DocMeasure {
  constructor(
    document: PDFDocument,
    styles: object,
    defaultStyle: object,
    tableLayouts: Readonly<Record<string, object>>,
  ) {
    super(document, styles, defaultStyle, null, tableLayouts)
    this.textInlines = new SheetInlines(document)
  }

  override measureQr(node: QrNode): QrNode {
    const measured = super.measureQr(node)
    measured._canvas = qrRows(measured._canvas)
    return measured
  }
}
