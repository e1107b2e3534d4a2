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

/** How words look below all that is said above them, the innermost last; null where something is said that no sheet says. */
export function inlineStyle(stack: StyleStack, words: object): InlineStyle | null {
  const style = { ...DEFAULTS }
  for (const said of [stack.defaultStyle, ...stack.styleOverrides, words]) {
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
