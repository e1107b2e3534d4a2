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

// What else pdfmake knows of words.
const OTHERS = [
  'style',
  'italics',
  'fontFeatures',
  'characterSpacing',
  'decoration',
  'background',
  'link',
  'linkToPage',
  'linkToDestination',
  'opacity',
  'sup',
  'sub',
]

/** How words look below all that is said above them, the innermost last; null where something is said that no sheet says. */
export function inlineStyle(stack: StyleStack, words: object): InlineStyle | null {
  const style = { ...DEFAULTS }
  for (const said of [stack.defaultStyle, ...stack.styleOverrides, words]) {
    if (typeof said === 'string' || OTHERS.some(other => other in said)) return null
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
