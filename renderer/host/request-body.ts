const PIECE = 65_536
/** How long the page's own thread may be kept in one go, in milliseconds. */
const SPELL = 8

/**
 * A call's input as it is sent. A year of 1,000 people is a text of three megabytes: written and made bytes of in one go it
 * kept the page's own thread too long, so a long text is taken in pieces, with time for the user in between.
 */
export async function requestBody(input: object): Promise<string | Blob> {
  const entries = Object.entries(input)
  const long = entries.filter((entry): entry is [string, string] => isLong(entry[1]))
  const rest = JSON.stringify(Object.fromEntries(entries.filter(([, value]) => !isLong(value))))
  if (long.length === 0) return rest.length <= PIECE ? rest : new Blob(pieces(rest))
  const encoder = new TextEncoder()
  const parts: Uint8Array<ArrayBuffer>[] = []
  let began = performance.now()
  let head = rest === '{}' ? '{' : `${rest.slice(0, -1)},`
  for (const [key, text] of long) {
    parts.push(encoder.encode(`${head}${JSON.stringify(key)}:"`))
    head = '",'
    for (const piece of pieces(text)) {
      // A character is written the same way wherever it stands.
      parts.push(encoder.encode(JSON.stringify(piece).slice(1, -1)))
      if (performance.now() - began < SPELL) continue
      await new Promise(resolve => setTimeout(resolve))
      began = performance.now()
    }
  }
  parts.push(encoder.encode('"}'))
  return new Blob(parts)
}

function isLong(value: unknown): boolean {
  return typeof value === 'string' && value.length > PIECE
}

function pieces(text: string): string[] {
  const cut: string[] = []
  for (let start = 0; start < text.length; ) {
    const end = start + PIECE
    // Not between the two halves of a character: each piece is made bytes of by itself.
    const stop = (text.codePointAt(end - 1) ?? 0) > 0xffff ? end + 1 : end
    cut.push(text.slice(start, stop))
    start = stop
  }
  return cut
}
