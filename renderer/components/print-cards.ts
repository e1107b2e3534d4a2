import classes from './print-cards.module.css'
import sheetClasses from './print-sheet.module.css'
import { printSheet } from './print-sheet.ts'
import { qrPath } from './qr-path.ts'

export type PrintedCard = {
  readonly title: string
  readonly name: string
  /** What the QR code and the line under it hold. */
  readonly link: string
  readonly lines: readonly string[]
}

const SVG = 'http://www.w3.org/2000/svg'

/** Prints cards with a QR code each, eight to an A4 page, to be cut along the dashed lines. */
export function printCards(cards: readonly PrintedCard[]): void {
  const sheet = document.createElement('section')
  sheet.className = [sheetClasses['sheet'], classes['cards']].join(' ')
  sheet.append(...cards.map(cardOf))
  printSheet(sheet)
}

function cardOf({ title, name, link, lines }: PrintedCard): HTMLElement {
  const card = document.createElement('article')
  const words = document.createElement('div')
  words.append(textOf('p', title), textOf('h2', name), ...lines.map(line => textOf('p', line)))
  const side = document.createElement('div')
  side.className = classes['side'] ?? ''
  side.append(qrOf(link), words)
  card.append(side, textOf('code', link))
  return card
}

function textOf(tag: 'p' | 'h2' | 'code', text: string): HTMLElement {
  const node = document.createElement(tag)
  node.textContent = text
  return node
}

function qrOf(text: string): SVGSVGElement {
  const { path, modules } = qrPath(text)
  const svg = document.createElementNS(SVG, 'svg')
  svg.setAttribute('viewBox', `0 0 ${modules} ${modules}`)
  svg.setAttribute('shape-rendering', 'crispEdges')
  const squares = document.createElementNS(SVG, 'path')
  squares.setAttribute('d', path)
  svg.append(squares)
  return svg
}
