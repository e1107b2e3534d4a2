const MOST_BYTES = 90

/**
 * A name as part of a file's name on Windows, macOS and Linux: no reserved or invisible characters, no dot or space at the
 * ends, at most 90 bytes. It is no whole file name: a device's name (CON, NUL) is harmless behind the number before it.
 */
export function safeFileName(name: string): string {
  const clean = name
    .toWellFormed()
    .replace(/[<>:"/\\|?*\p{C}]/gu, '_')
    .replace(/\s+/g, ' ')
    .replace(/^[. ]+|[. ]+$/g, '')
  let short = ''
  for (const character of clean) {
    if (Buffer.byteLength(short + character) > MOST_BYTES) break
    short += character
  }
  return short.trim() || '_'
}
