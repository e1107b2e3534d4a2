// The part of pdfmake's document definition that the sheets use, as plain JSON: shared/ knows neither pdfmake nor Node.
// Lengths are points (1/72 inch). Colours are grey levels, because the sheets are copied and signed on paper.

export type Style = {
  readonly fontSize?: number
  readonly bold?: boolean
  readonly color?: `#${string}`
  readonly lineHeight?: number
  readonly alignment?: 'left' | 'center' | 'right' | 'justify'
  /** Left, top, right, bottom. */
  readonly margin?: readonly [number, number, number, number]
  readonly noWrap?: boolean
  /** Indent of a paragraph's first line. */
  readonly leadingIndent?: number
  readonly preserveLeadingSpaces?: boolean
  readonly pageBreak?: 'before'
  /** Minded where the foot is `dashes`: a 1 is a heading, never the last on its page before a 2, which is the body. */
  readonly headlineLevel?: 1 | 2
}

/** What only a table's cell may say. */
export type CellStyle = {
  readonly colSpan?: number
  readonly rowSpan?: number
  readonly verticalAlignment?: 'top' | 'middle' | 'bottom'
  readonly fillColor?: string
}

export type TextRun = { readonly text: string } & Style
export type TextNode = { readonly text: string | readonly TextRun[] } & Style & CellStyle
export type StackNode = { readonly stack: readonly Content[]; readonly unbreakable?: boolean } & Style & CellStyle
export type ColumnsNode = {
  readonly columns: readonly (Content & { readonly width?: number | '*' | 'auto' })[]
  readonly columnGap?: number
} & Style &
  CellStyle

export type Vector =
  | {
      readonly type: 'rect'
      readonly x: number
      readonly y: number
      readonly w: number
      readonly h: number
      readonly color?: string
      readonly lineColor?: string
      readonly lineWidth?: number
    }
  | {
      readonly type: 'line'
      readonly x1: number
      readonly y1: number
      readonly x2: number
      readonly y2: number
      readonly lineColor?: string
      readonly lineWidth?: number
      readonly dash?: { readonly length: number }
    }
export type CanvasNode = { readonly canvas: readonly Vector[] } & Style & CellStyle

/** A table layout by name; the renderer holds what it means, because pdfmake takes it as functions. */
export type TableLayout =
  /** Thin lines around and between all cells. */
  | 'grid'
  /** As `grid`, little padding: for long lists. */
  | 'dense'
  /** As these, without the line on top: a block below another one. */
  | 'grid-below'
  | 'dense-below'
  /** Lines between the cells only: a grid inside a cell of another. */
  | 'inner'
  /** Thin lines, no padding: 归档章, whose size is prescribed. */
  | 'stamp'
  /** No lines, no padding: a table that only places things. */
  | 'bare'

export type TableNode = {
  readonly layout: TableLayout
  readonly table: {
    readonly widths: readonly (number | '*' | 'auto')[]
    readonly heights?: number | readonly (number | 'auto')[]
    readonly headerRows?: number
    readonly keepWithHeaderRows?: number
    readonly dontBreakRows?: boolean
    readonly body: readonly (readonly Cell[])[]
  }
} & Style &
  CellStyle

/** A QR code of one point a module; `fit` is the most it may take in points. */
export type QrNode = { readonly qr: string; readonly eccLevel: 'L' | 'M'; readonly fit: number } & Style & CellStyle

export type Content = TextNode | StackNode | ColumnsNode | CanvasNode | TableNode | QrNode
/** `{}` stands where a cell above or to the left spans. */
export type Cell = Content | Readonly<Record<string, never>>

/** A sheet, ready to be rendered. Source: pdfmake 0.3's document definition; footer and date are resolved by the renderer. */
export type Definition = {
  readonly pageSize: 'A4'
  readonly pageOrientation: 'portrait' | 'landscape'
  readonly pageMargins: readonly [number, number, number, number]
  readonly language: 'zh-CN'
  readonly info: {
    readonly title: string
    readonly author: string
    readonly subject: string
    /** An ISO date of the data's own, so that the same data gives the same bytes. */
    readonly creationDate: string
  }
  readonly defaultStyle: Style & { readonly font: 'serif' }
  readonly footer: PageFoot
  readonly content: readonly Content[]
  /** Large grey words behind everything on every page, e.g. 示例. */
  readonly watermark?: string
  /** What every page's QR says, but for the page's own numbers. */
  readonly code?: string
  /** 归档章, on the first page. */
  readonly stamp?: ArchiveStamp
}

/** Every page's foot. `plain`: these words and `第 x 页　共 y 页`; `dashes`: `— 1 —` alone, outside (GB/T 9704-2012, 7.5). */
export type PageFoot = { readonly words: string; readonly style?: 'plain' | 'dashes' }

/** The archive's stamp but for the pages, which the layout knows. Source: DA/T 22-2015, 5.4. */
export type ArchiveStamp = {
  /** 全宗号 */
  readonly fonds: string
  readonly year: number
  /** 件号, four digits */
  readonly item: string
  /** 机构（问题） */
  readonly body: string
  /** 保管期限, e.g. 永久 or 30 年 */
  readonly retention: string
}
