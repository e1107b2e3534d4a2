/**
 * The cells of what Excel and WPS put on the clipboard: tabs between cells, line ends between rows; a cell with either in
 * it stands in quotes, its quotes doubled. The last line's end makes no row.
 */
export function parseTsv(text: string): readonly (readonly string[])[] {
  const rows: string[][] = []
  let row: string[] = []
  let cell = ''
  let index = 0
  const endCell = () => {
    row.push(cell)
    cell = ''
  }
  const endRow = () => {
    endCell()
    rows.push(row)
    row = []
  }
  while (index < text.length) {
    const sign = text[index]
    const quoted = sign === '"' && cell === '' ? quotedEnd(text, index) : null
    if (quoted !== null) {
      cell = text.slice(index + 1, quoted).replaceAll('""', '"')
      index = quoted + 1
      continue
    }
    if (sign === '\t') endCell()
    else if (sign === '\n') endRow()
    else if (sign === '\r') {
      if (text[index + 1] !== '\n') endRow()
    } else cell += sign
    index += 1
  }
  if (cell !== '' || row.length > 0) endRow()
  return rows
}

/** Where a cell that begins with a quote ends, at its closing quote; null where the quote is only a sign of the text. */
function quotedEnd(text: string, start: number): number | null {
  for (let index = start + 1; index < text.length; index += 1) {
    if (text[index] !== '"') continue
    if (text[index + 1] === '"') index += 1
    else return /^(?:[\t\r\n]|$)/.test(text.slice(index + 1, index + 2)) ? index : null
  }
  return null
}

/** Cells for the clipboard, as Excel and WPS read them. */
export function writeTsv(rows: readonly (readonly string[])[]): string {
  return rows
    .map(row => row.map(cell => (/["\t\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join('\t'))
    .join('\r\n')
}
