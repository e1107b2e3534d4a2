import stringWidth from 'string-width'
import { median } from './rounds.ts'
import type { Section } from './section.ts'

/** A section as a table for people. */
export function printSection({ title, rounds, ratios, notes }: Section): string {
  const times = [...rounds].map(([name, all]) => [
    name,
    `${figure(median(all))} ms`,
    `${figure(Math.min(...all))} – ${figure(Math.max(...all))}`,
  ])
  const better = Object.entries(ratios).map(([name, ratio]) => [name, `${figure(ratio)} ×`])
  const others = Object.entries(notes).map(([name, value]) => [name, figure(value)])
  return `\n${title}\n${table([['', 'median', 'range'], ...times])}\n${table([['times better', ''], ...better])}\n${table([...others])}\n`
}

/** Three digits that count. */
function figure(value: number): string {
  return Number(value.toPrecision(3)).toLocaleString('en', { maximumFractionDigits: 6 })
}

function table(rows: readonly (readonly string[])[]): string {
  const widths = rows.reduce<number[]>(
    (most, row) => row.map((cell, column) => Math.max(most[column] ?? 0, stringWidth(cell))),
    [],
  )
  return rows
    .map(row =>
      `  ${row.map((cell, column) => cell + ' '.repeat((widths[column] ?? 0) - stringWidth(cell))).join('   ')}`.trimEnd(),
    )
    .join('\n')
}
