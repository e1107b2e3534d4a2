// pdfmake's own classes, which its published types leave out: what the sheets' printer extends. pdfmake 0.3.

declare module 'pdfmake/js/PDFDocument.js' {
  import type { Readable } from 'node:stream'

  /** pdfkit's object in the file: a dictionary, and a stream where something is written. */
  export type Reference = {
    readonly data: Record<string, unknown>
    /** Whether pdfkit packs what is written. */
    compress: boolean
    readonly write: (bytes: Uint8Array | string) => void
    readonly end: (bytes?: Uint8Array | string) => void
  }

  /** What pdfmake and pdfkit ask a font for. Metrics are in thousandths of the type size. */
  export type DocumentFont = {
    readonly id: string
    readonly ascender: number
    readonly descender: number
    readonly lineHeight: (size: number, includeGap?: boolean) => number
    readonly widthOfString: (text: string, size: number, features?: unknown) => number
    readonly encode: (text: string, features?: unknown) => [string[], readonly Position[]]
    readonly ref: () => Reference
    readonly finalize: () => void
  }
  export type Position = {
    readonly xAdvance: number
    readonly xOffset: number
    readonly yOffset: number
    readonly advanceWidth: number
  }

  export type OutlineItem = {
    readonly addItem: (title: string, options?: { readonly expanded: boolean }) => OutlineItem
    readonly children: readonly OutlineItem[]
    readonly outlineData: { Count?: number }
  }

  class PDFDocument extends Readable {
    constructor(
      fonts: object,
      images: object,
      patterns: object,
      attachments: object,
      options: object,
      virtualfs: null,
      localAccessPolicy: () => boolean,
    )
    readonly page: {
      readonly height: number
      readonly fonts: Record<string, Reference>
      readonly content: Reference
    }
    readonly subset: number | undefined
    /** Every font that is to be embedded at the end. */
    readonly _fontFamilies: Record<string, DocumentFont>
    provideFont(family: string, bold: boolean, italics: boolean): DocumentFont
    ref(data?: Record<string, unknown>): Reference
    addContent(operators: string): this
    resolveColor(color: unknown, fallback: string): string
    opacity(opacity: number): unknown
    save(): unknown
    restore(): unknown
    readonly info: Readonly<Record<string, unknown>> & { readonly CreationDate: Date }
    /** What a reader shows beside the pages; an item leads to the page that is the document's when it is added. */
    readonly outline: OutlineItem
    flushPages(): void
    appendXML(xml: string): void
    readonly _root: Reference
    _addInfo(): void
    _doOpacity(fill: number | null | undefined, stroke: number | null | undefined): unknown
    _normalizeColor(color: string): readonly number[] | null
    endOutline(): unknown
    end(): void
  }

  export { PDFDocument }
}

declare module 'pdfmake/js/StyleContextStack.js' {
  /** What is said of looks above a text, outermost first; a string is a named style. */
  export type StyleStack = {
    readonly defaultStyle: object
    readonly styleOverrides: readonly (object | string)[]
  }
}

declare module 'pdfmake/js/TextInlines.js' {
  import type { DocumentFont, PDFDocument } from 'pdfmake/js/PDFDocument.js'
  import type { StyleStack } from 'pdfmake/js/StyleContextStack.js'

  /** A piece of a text between two places where a line may break, with what its text says of its looks. */
  export type Piece = {
    readonly text: string
    readonly lineEnd?: boolean | undefined
    readonly noNewLine?: boolean | undefined
    readonly [style: string]: unknown
  }
  /** A piece measured. */
  export type Inline = Piece & {
    readonly width: number
    readonly height: number
    readonly font: DocumentFont
    readonly fontSize: number
    readonly noWrap?: boolean
    /** What is not shown at its ends where it begins or ends a line. */
    readonly leadingCut: number
    readonly trailingCut: number
    /** From the line's start, set by the line. */
    readonly x: number
    readonly _pageNodeRef?: unknown
  }
  /** A paragraph measured: the least width that its column may have, and that of its longest line. */
  export type Inlines = {
    readonly items: readonly Inline[]
    readonly minWidth: number
    readonly maxWidth: number
  }
  class TextInlines {
    constructor(document: PDFDocument | null)
    buildInlines(text: unknown, stack: StyleStack): Inlines
    measure(pieces: readonly Piece[], stack: StyleStack): readonly Inline[]
  }

  export { TextInlines }
}

declare module 'pdfmake/js/Line.js' {
  import type { Inline } from 'pdfmake/js/TextInlines.js'

  class Line {
    constructor(maxWidth: number)
    readonly inlines: readonly Inline[]
    lastLineInParagraph: boolean
    addInline(inline: Inline): void
    hasEnoughSpaceForInline(inline: Inline, following?: readonly Inline[]): boolean
    getAvailableWidth(): number
    getHeight(): number
    getAscenderHeight(): number
    readonly id?: unknown
    readonly _outline?: unknown
    readonly _pageNodeRef?: unknown
  }

  export { Line }
}

declare module 'pdfmake/js/DocMeasure.js' {
  import type { PDFDocument } from 'pdfmake/js/PDFDocument.js'
  import type { TextInlines } from 'pdfmake/js/TextInlines.js'

  /** A QR code, as the sheets say it. */
  export type QrNode = { readonly qr: string; readonly eccLevel: 'L' | 'M'; readonly fit: number }
  class DocMeasure {
    constructor(
      document: PDFDocument,
      styles: object,
      defaultStyle: object,
      svgMeasure: null,
      tableLayouts: Readonly<Record<string, object>>,
    )
    textInlines: TextInlines
    readonly styleStack: { readonly getProperty: (name: string) => unknown }
    measureQr(node: QrNode): QrNode
  }

  export { DocMeasure }
}

declare module 'pdfmake/js/LayoutBuilder.js' {
  import type { DocMeasure } from 'pdfmake/js/DocMeasure.js'
  import type { Line } from 'pdfmake/js/Line.js'
  import type { PDFDocument } from 'pdfmake/js/PDFDocument.js'
  import type { Inline } from 'pdfmake/js/TextInlines.js'

  export type TextNode = { _inlines: Inline[] }
  class LayoutBuilder {
    constructor(pageSize: object, pageMargins: object, svgMeasure: null)
    docMeasure: DocMeasure
    readonly tableLayouts: Readonly<Record<string, object>>
    readonly writer: { readonly context: () => { readonly availableWidth: number } }
    registerTableLayouts(layouts: object): void
    layoutDocument(
      content: unknown,
      document: PDFDocument,
      styles: object,
      defaultStyle: object,
      background: unknown,
      header: unknown,
      footer: unknown,
      watermark: unknown,
      pageBreakBefore: unknown,
    ): readonly object[]
    tryLayoutDocument(
      content: unknown,
      document: PDFDocument,
      styles: object,
      defaultStyle: object,
      ...rest: unknown[]
    ): unknown
    buildNextLine(node: TextNode): Line | null
  }

  export { LayoutBuilder }
}

declare module 'pdfmake/js/Renderer.js' {
  import type { Line } from 'pdfmake/js/Line.js'
  import type { PDFDocument } from 'pdfmake/js/PDFDocument.js'

  /** A line or rectangle at its place on the page, in points from the top left; what else it says no sheet says. */
  export type Vector = {
    readonly type: string
    readonly lineWidth?: number | undefined
    readonly color?: string | undefined
    readonly lineColor?: string | undefined
    readonly dash?: unknown
    readonly [place: string]: unknown
  }
  export type Page = { readonly items: readonly { readonly type: string; readonly item: object }[] }
  class Renderer {
    constructor(document: PDFDocument)
    readonly pdfDocument: PDFDocument
    renderPages(pages: readonly object[]): void
    renderVector(vector: Vector): void
    renderLine(line: Line, x: number, y: number): void
  }

  export { Renderer }
}

declare module 'pdfmake/js/PageSize.js' {
  export type PageSize = {
    readonly normalizePageSize: (
      size: string,
      orientation: string,
    ) => { readonly width: number; readonly height: number }
    readonly normalizePageMargin: (margins: readonly number[]) => object
  }
}
