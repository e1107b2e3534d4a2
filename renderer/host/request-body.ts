const PIECE = 65_536

/**
 * A call's text as it is sent. A year of 1,000 people is three megabytes: handed over as one string, making bytes of it and
 * passing them on kept the page's own thread twenty times as long as in pieces, which the browser takes as they are.
 */
export function requestBody(text: string): string | Blob {
  if (text.length <= PIECE) return text
  const pieces: string[] = []
  for (let start = 0; start < text.length; ) {
    const end = start + PIECE
    // Not between the two halves of a character: each piece is made bytes of by itself.
    const cut = (text.codePointAt(end - 1) ?? 0) > 0xffff ? end + 1 : end
    pieces.push(text.slice(start, cut))
    start = cut
  }
  return new Blob(pieces)
}
