/** Takes a stream's text in any pieces and calls `found` for each whole event whose data is JSON. */
export function createEventParser(found: (name: string, data: unknown) => void): (chunk: string) => void {
  let rest = ''
  return chunk => {
    rest += chunk
    for (let end = rest.indexOf('\n\n'); end >= 0; end = rest.indexOf('\n\n')) {
      const lines = rest.slice(0, end).split('\n')
      rest = rest.slice(end + 2)
      const name = field(lines, 'event: ')
      const data = field(lines, 'data: ')
      if (name !== undefined && data !== undefined) found(name, JSON.parse(data))
    }
  }
}

function field(lines: readonly string[], prefix: string): string | undefined {
  return lines.find(line => line.startsWith(prefix))?.slice(prefix.length)
}
