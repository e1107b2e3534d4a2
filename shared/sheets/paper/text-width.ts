import type { TextNode } from './definition.ts'

// Advance widths of the bold Noto Serif SC from U+0020 to U+007E in thousandths of the font size; the regular is narrower.
const ASCII: readonly number[] = [
  250, 355, 447, 615, 589, 966, 803, 235, 400, 400, 485, 603, 335, 370, 335, 400, 593, 466, 594, 593, 593, 594, 594,
  588, 594, 596, 335, 335, 603, 603, 603, 473, 970, 746, 708, 702, 789, 666, 648, 757, 864, 426, 428, 767, 642, 1001,
  815, 785, 673, 785, 751, 597, 695, 818, 734, 1091, 726, 701, 627, 372, 400, 372, 603, 593, 447, 585, 672, 565, 658,
  572, 402, 596, 687, 349, 335, 651, 355, 1008, 685, 623, 671, 640, 500, 499, 393, 678, 578, 874, 599, 582, 517, 380,
  338, 380, 603,
]
const MIDDLE_DOT = 335

const LEAST_SIZE = 5.5

/** The width of one line of text at a font size in points: never less than the printed one, for what the sheets hold. */
export function textWidth(text: string, fontSize: number): number {
  let thousandths = 0
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0
    thousandths += character === '·' ? MIDDLE_DOT : (ASCII[code - 32] ?? 1000)
  }
  return (thousandths * fontSize) / 1000
}

/** The largest of `size`, half a point less and so on that keeps one line within `width` points; not below `least`. */
export function fittedSize(text: string, width: number, size: number, least: number): number {
  let fitted = size
  while (fitted > least && textWidth(text, fitted) > width) fitted -= 0.5
  return fitted
}

/**
 * One line's text set as large as `size` and as small as it takes to fit `width` points; only what is longer still, which
 * no real name is, may wrap.
 */
export function fitted(text: string, width: number, size: number): TextNode {
  const fontSize = fittedSize(text, width, size, LEAST_SIZE)
  return { text, fontSize, ...(textWidth(text, fontSize) <= width ? { noWrap: true } : {}) }
}

/**
 * A name on one line of at least `least`, or a longer one on a line for each part: `阿卜杜热合曼·` above `买买提明`. A name
 * without a dot is as `fitted`.
 */
export function nameLines(name: string, width: number, size: number, least: number): TextNode {
  const parts = name.split('·')
  if (parts.length === 1 || textWidth(name, least) <= width) return fitted(name, width, size)
  const lines = parts.map((part, index) => (index < parts.length - 1 ? `${part}·` : part))
  const sizes = lines.map(line => fittedSize(line, width, size, least))
  return { text: lines.join('\n'), fontSize: Math.min(...sizes) }
}

/** How many lines the paragraphs take in `width` points: at least what is printed, but for rare breaks. */
export function lineCount(texts: readonly string[], width: number, fontSize: number): number {
  return texts.reduce(
    (lines, text) => lines + Math.max(1, Math.ceil(textWidth(text, fontSize) / (width - fontSize))),
    0,
  )
}
