import type { StyleStack } from 'pdfmake/js/StyleContextStack.js'

/** What the sheets say about how words look (`Style` in shared/sheets/paper/definition.ts), resolved. */
export type InlineStyle = {
  font: string
  bold: boolean
  fontSize: number
  lineHeight: number
  color: string
  alignment: string
  noWrap: boolean
  leadingIndent: number
  preserveLeadingSpaces: boolean
  preserveTrailingSpaces: boolean
}

const DEFAULTS: InlineStyle = {
  font: '',
  bold: false,
  fontSize: 12,
  lineHeight: 1,
  color: 'black',
  alignment: 'left',
  noWrap: false,
  leadingIndent: 0,
  preserveLeadingSpaces: false,
  preserveTrailingSpaces: false,
}

/** What else pdfmake knows of words. */
type Others = {
  readonly style?: unknown
  readonly italics?: unknown
  readonly fontFeatures?: unknown
  readonly characterSpacing?: unknown
  readonly decoration?: unknown
  readonly background?: unknown
  readonly link?: unknown
  readonly linkToPage?: unknown
  readonly linkToDestination?: unknown
  readonly opacity?: unknown
  readonly sup?: unknown
  readonly sub?: unknown
}

// Each by its name: to look for names that come from a list took half of what there is to say here.
function saysMore(said: Others): boolean {
  return (
    said.style !== undefined ||
    said.italics !== undefined ||
    said.fontFeatures !== undefined ||
    said.characterSpacing !== undefined ||
    said.decoration !== undefined ||
    said.background !== undefined ||
    said.link !== undefined ||
    said.linkToPage !== undefined ||
    said.linkToDestination !== undefined ||
    said.opacity !== undefined ||
    said.sup !== undefined ||
    said.sub !== undefined
  )
}

/** How words look below all that is said above them, the innermost last; of one document. */
export class InlineStyles {
  // The words of a row or a list come one after the other: what is said around them all is looked at once.
  private around: object | string | undefined
  private depth = -1
  private aroundStyle: InlineStyle | null = null

  /** Null where something is said that no sheet says. */
  of({ defaultStyle, styleOverrides }: StyleStack, words: object): InlineStyle | null {
    const depth = styleOverrides.length
    const around = styleOverrides[depth - 2]
    if (around !== this.around || depth !== this.depth) {
      this.around = around
      this.depth = depth
      this.aroundStyle = below(DEFAULTS, [defaultStyle, ...styleOverrides.slice(0, -1)])
    }
    return this.aroundStyle && below(this.aroundStyle, [...styleOverrides.slice(-1), words])
  }
}

function below(around: InlineStyle, saids: readonly (object | string)[]): InlineStyle | null {
  const style = { ...around }
  for (const said of saids) {
    if (typeof said === 'string' || saysMore(said)) return null
    const own: Partial<InlineStyle> = said
    if (own.font != null) style.font = own.font
    if (own.bold != null) style.bold = own.bold
    if (own.fontSize != null) style.fontSize = own.fontSize
    if (own.lineHeight != null) style.lineHeight = own.lineHeight
    if (own.color != null) style.color = own.color
    if (own.alignment != null) style.alignment = own.alignment
    if (own.noWrap != null) style.noWrap = own.noWrap
    if (own.leadingIndent != null) style.leadingIndent = own.leadingIndent
    if (own.preserveLeadingSpaces != null) style.preserveLeadingSpaces = own.preserveLeadingSpaces
    if (own.preserveTrailingSpaces != null) style.preserveTrailingSpaces = own.preserveTrailingSpaces
  }
  return style
}
