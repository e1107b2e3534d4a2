import stringWidth from 'string-width'

export type Align = 'left' | 'right'

/** A table in plain text whose columns align on a terminal, where a Chinese character takes two cells. */
export function textTable(
  columns: readonly { readonly title: string; readonly align: Align }[],
  rows: readonly (readonly string[])[],
): string {
  const widths = columns.map((column, index) =>
    Math.max(stringWidth(column.title), ...rows.map(row => stringWidth(row[index] ?? ''))),
  )
  const line = (cells: readonly string[]) =>
    columns
      .map(({ align }, index) => {
        const cell = cells[index] ?? ''
        const gap = ' '.repeat((widths[index] ?? 0) - stringWidth(cell))
        return align === 'left' ? cell + gap : gap + cell
      })
      .join('  ')
      .trimEnd()
  const rule = widths.map(width => '─'.repeat(width)).join('  ')
  return `${[line(columns.map(column => column.title)), rule, ...rows.map(line)].join('\n')}\n`
}
