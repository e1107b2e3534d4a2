/** A marker's spellings by name: every way in which a program may have written it down. */
export function spellings(marker: string | Uint8Array): ReadonlyMap<string, Buffer> {
  const bytes = Buffer.from(marker)
  const found = new Map<string, Buffer>([
    ['as it is', bytes],
    ['hex', Buffer.from(bytes.toString('hex'))],
    ['HEX', Buffer.from(bytes.toString('hex').toUpperCase())],
    ['reversed', Buffer.from(bytes.toReversed())],
    ['as JSON numbers', Buffer.from([...bytes].join(','))],
  ])
  for (const shift of [0, 1, 2]) {
    // Somewhere inside base64 text: the first and last characters belong to its neighbours too.
    const text = Buffer.concat([Buffer.alloc(shift), bytes])
      .toString('base64')
      .replace(/=+$/, '')
    const inner = text.slice(shift === 0 ? 0 : shift + 1, text.length - 1)
    found.set(`base64 + ${shift}`, Buffer.from(inner))
    found.set(`base64url + ${shift}`, Buffer.from(inner.replaceAll('+', '-').replaceAll('/', '_')))
  }
  if (typeof marker === 'string') {
    const wide = Buffer.from(marker, 'utf16le')
    found.set('utf-16le', wide)
    found.set('utf-16be', Buffer.from(wide).swap16())
    found.set('URL-encoded', Buffer.from(encodeURIComponent(marker)))
    found.set(
      'escaped',
      Buffer.from(
        JSON.stringify(marker)
          .replace(/[^ -~]/g, escaped)
          .slice(1, -1),
      ),
    )
  }
  return found
}

function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`
}

/** The names of the spellings in which a marker stands in some bytes. */
export function findMarker(bytes: Buffer, marker: string | Uint8Array): string[] {
  return [...spellings(marker)].filter(([, spelling]) => bytes.includes(spelling)).map(([name]) => name)
}
