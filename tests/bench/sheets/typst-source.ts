import { renderSVG } from 'uqr'
import type { CanvasNode, Cell, Content, Definition, Style, TableNode } from '#shared/sheets/paper/definition.ts'
import { pageCode } from '#shared/sheets/paper/sheet-code.ts'

// Of the sheets' font, in ems: what of a line is above its letters' foot, what below.
const ABOVE = 1.151
const BELOW = 0.286
const LINE = ABOVE + BELOW
const PADDING = { roomy: [4, 2.5, 3.5], dense: [2, 0.5, 1.5], none: [0, 0, 0] } as const

/**
 * A definition as Typst's source: the same words, sizes, tables, charts, page feet and codes. How many pages it has is told,
 * so that the codes can be drawn beforehand.
 */
export function typstSource(definition: Definition, pages: number): string {
  const { pageMargins, defaultStyle, footer, code = '', content, info } = definition
  const [left, top, right, bottom] = pageMargins
  const codes = Array.from(
    { length: pages },
    (_, index) => `bytes(${JSON.stringify(renderSVG(pageCode(code, index + 1, pages), { ecc: 'M', border: 0 }))})`,
  )
  return `#set document(title: ${JSON.stringify(info.title)}, author: ${JSON.stringify(info.author)})
#let codes = (${codes.join(', ')},)
#set page(paper: "a4", margin: (left: ${left}pt, top: ${top}pt, right: ${right}pt, bottom: ${bottom}pt), footer-descent: 5pt,
  footer: context grid(columns: (1fr, auto, 1fr), align: (left + horizon, center + horizon, right),
    text(size: 8pt, ${JSON.stringify(footer.words)}),
    text(size: 9pt)[第#here().page()页　共#counter(page).final().first()页],
    image(codes.at(here().page() - 1), format: "svg", height: 33pt)))
#set text(font: "Noto Serif SC", size: ${defaultStyle.fontSize}pt, lang: "zh", cjk-latin-spacing: none, top-edge: ${ABOVE}em, bottom-edge: -${BELOW}em)
#set par(leading: 0pt, spacing: 0pt)
#set block(spacing: 0pt)
${content.map(node => `#${nodeOf(node)}`).join('\n')}
`
}

function nodeOf(node: Content): string {
  return padded(node, bare(node))
}

function bare(node: Content): string {
  if ('text' in node) return words(node)
  if ('stack' in node) {
    const inner = node.stack.length === 0 ? '[]' : node.stack.map(nodeOf).join(' + ')
    return `block(width: 100%, breakable: ${!node.unbreakable}, ${inner})`
  }
  if ('columns' in node) {
    const widths = node.columns.map(({ width }) => lengthOf(width ?? '*'))
    return `grid(columns: (${widths.join(', ')},), column-gutter: ${node.columnGap ?? 0}pt, ${node.columns.map(nodeOf).join(', ')})`
  }
  if ('table' in node) return tableOf(node)
  return 'canvas' in node ? canvasOf(node) : '[]'
}

function words(node: Extract<Content, { text: unknown }>): string {
  const runs = typeof node.text === 'string' ? [{ text: node.text }] : node.text
  const inner = runs.map(run => styled(run, `text(${JSON.stringify(run.text)})`)).join(' + ')
  const { alignment, leadingIndent, lineHeight = 1, fontSize = 10.5 } = node
  const paragraph = `par(justify: ${alignment === 'justify'}, leading: ${(lineHeight - 1) * LINE * fontSize}pt, first-line-indent: (amount: ${leadingIndent ?? 0}pt, all: true), ${inner === '' ? '[]' : inner})`
  const body = styled(node, paragraph)
  return alignment === 'center' || alignment === 'right' ? `align(${alignment}, ${body})` : body
}

function styled({ fontSize, bold, color }: Style, body: string): string {
  const looks = [
    ...(fontSize === undefined ? [] : [`size: ${fontSize}pt`]),
    ...(bold ? ['weight: "bold"'] : []),
    ...(color === undefined ? [] : [`fill: rgb("${color}")`]),
  ]
  return looks.length === 0 ? body : `text(${looks.join(', ')}, ${body})`
}

function padded({ margin }: Style, body: string): string {
  if (!margin) return body
  const [left, top, right, bottom] = margin
  return `pad(left: ${left}pt, top: ${top}pt, right: ${right}pt, bottom: ${bottom}pt, ${body})`
}

function lengthOf(width: number | '*' | 'auto', more = 0): string {
  return width === '*' ? '1fr' : width === 'auto' ? 'auto' : `${width + more}pt`
}

function tableOf({ layout, table }: TableNode): string {
  const { widths, heights, body, dontBreakRows } = table
  const padding = PADDING[layout === 'bare' ? 'none' : layout.startsWith('dense') ? 'dense' : 'roomy']
  const [sides, top, bottom] = padding
  const stroke =
    layout === 'bare'
      ? 'none'
      : layout === 'inner'
        ? '(x, y) => (left: if x > 0 { 0.6pt }, top: if y > 0 { 0.6pt })'
        : '0.6pt'
  const inset = `(x: ${sides}pt, top: ${top}pt, bottom: ${bottom}pt)`
  const rows = body.map((row, index) => {
    const least = typeof heights === 'object' ? (heights[index] ?? 'auto') : (heights ?? 'auto')
    // A row is at least so high by a cell without a width at its end.
    const strut = `table.cell(inset: 0pt, stroke: none, ${least === 'auto' ? '[]' : `block(height: ${least + top + bottom}pt)`})`
    return [...row.filter(isThere).map(cell => cellOf(cell, dontBreakRows ?? false)), strut].join(', ')
  })
  const columns = [...widths.map(width => lengthOf(width, 2 * sides)), '0pt']
  return `table(columns: (${columns.join(', ')}), stroke: ${stroke}, inset: ${inset}, ${rows.join(', ')})`
}

function isThere(cell: Cell): cell is Content {
  return Object.keys(cell).length > 0
}

function cellOf(cell: Content, isWhole: boolean): string {
  const { colSpan = 1, rowSpan = 1, verticalAlignment, fillColor } = cell
  const vertical = verticalAlignment === 'middle' ? 'horizon' : (verticalAlignment ?? 'top')
  return `table.cell(colspan: ${colSpan}, rowspan: ${rowSpan}, align: ${vertical}, breakable: ${!isWhole}${fillColor === undefined ? '' : `, fill: rgb("${fillColor}")`}, ${nodeOf(cell)})`
}

function canvasOf({ canvas }: CanvasNode): string {
  let width = 0
  let height = 0
  const shapes = canvas.flatMap(vector => {
    if (vector.type !== 'rect') return []
    const { x, y, w, h, color, lineColor, lineWidth = 1 } = vector
    width = Math.max(width, x + w)
    height = Math.max(height, y + h)
    const stroke = lineColor === undefined ? 'none' : `${lineWidth}pt + rgb("${lineColor}")`
    const fill = color === undefined ? 'none' : `rgb("${color}")`
    return [`place(dx: ${x}pt, dy: ${y}pt, rect(width: ${w}pt, height: ${h}pt, fill: ${fill}, stroke: ${stroke}))`]
  })
  return `block(width: ${width}pt, height: ${height}pt, { ${shapes.join('; ')} })`
}
