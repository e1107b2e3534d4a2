/** Characters of a half page behind a name: about half of A4 in print, three thumbs of a phone's screen. Ours. */
export const HALF_PAGE = 360

/**
 * The beginning of a year's summary (个人总结) as half a page: whole paragraphs while they fit, then whole sentences, at
 * most `most` characters; a first sentence that is longer is cut with `…`. Empty of nothing.
 */
export function halfPage(summary: string | undefined, most: number = HALF_PAGE): string {
  const text = (summary ?? '').replace(/\r\n?/g, '\n').trim()
  if (lengthOf(text) <= most) return text
  let taken = ''
  for (const sentence of text.match(/[^。！？\n]*(?:[。！？]+|\n+|$)/gu) ?? []) {
    if (lengthOf(taken + sentence.trimEnd()) > most) break
    taken += sentence
  }
  const whole = taken.trim()
  return whole === '' ? `${[...text].slice(0, most - 1).join('')}…` : whole
}

function lengthOf(text: string): number {
  return [...text].length
}
