import { renderSVG } from 'uqr'
import type { CanvasNode, Cell, Content, Definition, Style, TableNode } from '#shared/sheets/paper/definition.ts'
import { pageCode } from '#shared/sheets/paper/sheet-code.ts'

// Of the sheets' font: what a line of it is high, in ems.
const LINE = 1.437

/** What all sheets' pages have in common; `faces` brings the fonts in. */
export function sheetStyle(faces: string): string {
  return `${faces}
body, p { margin: 0 } body { line-height: ${LINE} }
p { white-space: pre-wrap; line-break: strict } p:empty::before { content: "\\200b" }
table { width: 100%; border-collapse: collapse; table-layout: fixed }
td { padding: 0; vertical-align: top }
.grid > tbody > tr > td { border: 0.6pt solid; padding: 2.5pt 4pt 3.5pt }
.dense > tbody > tr > td { border: 0.6pt solid; padding: 0.5pt 2pt 1.5pt }
.inner > tbody > tr > td { padding: 2.5pt 4pt 3.5pt }
.inner > tbody > tr > td + td { border-left: 0.6pt solid }
.inner > tbody > tr + tr > td { border-top: 0.6pt solid }
svg { display: block }`
}

/**
 * A definition as a page: the same words, sizes, tables, charts, page feet and codes. How many pages it has is told, so that
 * the codes can be drawn beforehand: two at most, because a page's foot can only be that of the first or of another.
 */
export function sheetHtml(definition: Definition, pages: number): string {
  const { pageMargins, defaultStyle, footer, code = '', content, info } = definition
  const [left, top, right, bottom] = pageMargins
  const qr = (page: number) =>
    `url("data:image/svg+xml,${encodeURIComponent(renderSVG(pageCode(code, page, pages), { ecc: 'M', border: 0 }).replace('<svg ', '<svg width="33pt" height="33pt" '))}")`
  const foot = `@page { size: A4; margin: ${top}pt ${right}pt ${bottom}pt ${left}pt;
@bottom-left { content: ${JSON.stringify(footer.words)}; font-size: 8pt }
@bottom-center { content: "第" counter(page) "页　共" counter(pages) "页"; font-size: 9pt }
@bottom-right { content: ${qr(2)} } }
@page :first { @bottom-right { content: ${qr(1)} } }`
  return `<style>${foot}
@page { font-family: serif-sc } body { font: ${defaultStyle.fontSize}pt/${LINE} serif-sc }</style><title>${escaped(info.title)}</title>${content.map(node => nodeOf(node)).join('')}`
}

function nodeOf(node: Content, more = ''): string {
  const style = `${lookOf(node)}${more}`
  if ('text' in node) return `<p style="${style}">${runsOf(node.text)}</p>`
  if ('stack' in node)
    return `<div style="${style}${node.unbreakable ? 'break-inside:avoid;' : ''}">${node.stack.map(each => nodeOf(each)).join('')}</div>`
  if ('columns' in node) {
    const columns = node.columns.map(each => nodeOf(each, widthOf(each.width ?? '*')))
    return `<div style="${style}display:flex;column-gap:${node.columnGap ?? 0}pt">${columns.join('')}</div>`
  }
  if ('table' in node) return tableOf(node, style)
  return 'canvas' in node ? canvasOf(node, style) : ''
}

function runsOf(text: Extract<Content, { text: unknown }>['text']): string {
  if (typeof text === 'string') return escaped(text)
  return text.map(run => `<span style="${lookOf(run)}">${escaped(run.text)}</span>`).join('')
}

function lookOf({ fontSize, bold, color, lineHeight, alignment, margin, noWrap, leadingIndent }: Style): string {
  return [
    fontSize === undefined ? '' : `font-size:${fontSize}pt;`,
    bold ? 'font-weight:bold;' : '',
    color === undefined ? '' : `color:${color};`,
    lineHeight === undefined ? '' : `line-height:${lineHeight * LINE};`,
    alignment === undefined ? '' : `text-align:${alignment};`,
    margin === undefined ? '' : `margin:${margin[1]}pt ${margin[2]}pt ${margin[3]}pt ${margin[0]}pt;`,
    noWrap ? 'white-space:pre;' : '',
    leadingIndent === undefined ? '' : `text-indent:${leadingIndent}pt;`,
  ].join('')
}

function widthOf(width: number | '*' | 'auto'): string {
  return width === '*' ? 'flex:1 1 0;' : width === 'auto' ? 'flex:none;' : `flex:none;width:${width}pt;`
}

function tableOf({ layout, table, margin }: TableNode, style: string): string {
  const { widths, heights, body, dontBreakRows } = table
  const name = layout.split('-')[0] ?? layout
  const sides = name === 'bare' ? 0 : name === 'dense' ? 2 : 4
  const upright = name === 'bare' ? 0 : name === 'dense' ? 2 : 6
  const columns = widths.map(
    width => `<col${typeof width === 'number' ? ` style="width:${width + 2 * sides}pt"` : ''}>`,
  )
  const rows = body.map((row, index) => {
    const least = typeof heights === 'object' ? (heights[index] ?? 'auto') : (heights ?? 'auto')
    const looks = `${least === 'auto' ? '' : `height:${least + upright}pt;`}${dontBreakRows ? 'break-inside:avoid;' : ''}`
    return `<tr style="${looks}">${row.filter(isThere).map(cellOf).join('')}</tr>`
  })
  // A table is as wide as its place, also where its margins lead out of it.
  const width = margin ? `width:calc(100% - ${margin[0] + margin[2]}pt);` : ''
  return `<table class="${name}" style="${style}${width}"><colgroup>${columns.join('')}</colgroup><tbody>${rows.join('')}</tbody></table>`
}

function isThere(cell: Cell): cell is Content {
  return Object.keys(cell).length > 0
}

function cellOf(cell: Content): string {
  const { colSpan = 1, rowSpan = 1, verticalAlignment, fillColor } = cell
  const looks = `${verticalAlignment === undefined ? '' : `vertical-align:${verticalAlignment};`}${fillColor === undefined ? '' : `background:${fillColor};`}`
  return `<td colspan="${colSpan}" rowspan="${rowSpan}" style="${looks}">${nodeOf(cell)}</td>`
}

function canvasOf({ canvas }: CanvasNode, style: string): string {
  let width = 0
  let height = 0
  const shapes = canvas.flatMap(vector => {
    if (vector.type !== 'rect') return []
    const { x, y, w, h, color, lineColor, lineWidth = 1 } = vector
    width = Math.max(width, x + w)
    height = Math.max(height, y + h)
    return [
      `<rect x="${x}" y="${y}" width="${w}" height="${h}" fill="${color ?? 'none'}" stroke="${lineColor ?? 'none'}" stroke-width="${lineWidth}"/>`,
    ]
  })
  return `<svg style="${style}overflow:visible" width="${width}pt" height="${height}pt" viewBox="0 0 ${width} ${height}">${shapes.join('')}</svg>`
}

function escaped(words: string): string {
  return words.replace(/&/g, '&amp;').replace(/</g, '&lt;')
}
