import type { QrNode } from 'pdfmake/js/DocMeasure.js'
import type { PDFDocument } from 'pdfmake/js/PDFDocument.js'
import { DocMeasure } from './pdfmake-parts.ts'
import { qrModules } from './qr-modules.ts'
import { qrSquare } from './qr-square.ts'
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
    const modules = qrModules(node.qr, node.eccLevel)
    const square = qrSquare(modules, Math.floor(node.fit / modules.size))
    const side = square.w
    const sides = { _width: side, _height: side, _minWidth: side, _maxWidth: side, _minHeight: side, _maxHeight: side }
    return Object.assign(node, sides, { _canvas: [square], _alignment: this.styleStack.getProperty('alignment') })
  }
}
