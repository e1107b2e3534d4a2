import { inlineOf, type SheetInline } from './sheet-inlines.ts'

// Not the middle of a character that is written as two, nor between a letter and its mark.
const CHARACTERS = new Intl.Segmenter('zh', { granularity: 'grapheme' })

/**
 * A word that is longer than its line, in two: at least `least` of its characters and as many more as `room` points hold,
 * and the others; null where there is nothing on one of the two sides. pdfmake's own cut leaves the rest the paragraph's
 * indent, and so lets it run out of its cell by that much.
 */
export function cutInline(
  piece: SheetInline,
  room: number,
  least: 0 | 1,
): { readonly head: SheetInline | null; readonly rest: SheetInline | null } {
  const { look, text } = piece
  const at = fittingLength(text, least, head => look.sheetFont.widthOfString(head, look.fontSize) <= room)
  if (at === 0) return { head: null, rest: piece }
  if (at === text.length) return { head: piece, rest: null }
  const { lineEnd, noNewLine } = piece
  const head = { ...inlineOf({ text: text.slice(0, at) }, look, 0), leadingCut: piece.leadingCut, trailingCut: 0 }
  return { head, rest: { ...inlineOf({ text: text.slice(at), lineEnd, noNewLine }, look, 0), leadingCut: 0 } }
}

/** Where the longest beginning that fits ends. Looked for from the start: a word may be thousands of characters long. */
function fittingLength(text: string, least: 0 | 1, fits: (head: string) => boolean): number {
  const ends = Array.from(CHARACTERS.segment(text), ({ index, segment }) => index + segment.length)
  const isIn = (count: number) => count <= ends.length && fits(text.slice(0, ends[count - 1]))
  let most = 1
  while (isIn(most)) most *= 2
  let fitting = most >> 1
  while (most - fitting > 1) {
    const middle = (fitting + most) >> 1
    if (isIn(middle)) fitting = middle
    else most = middle
  }
  return ends[Math.max(fitting, least) - 1] ?? 0
}
