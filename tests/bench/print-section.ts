import stringWidth from 'string-width'
import { changeOf, isWorse, type Ratios } from './baseline.ts'
import { median } from './rounds.ts'
import type { Section } from './section.ts'

/** A section as a table for people; each ratio beside the committed one, with a mark where a fifth of it is lost. */
export function printSection({ title, rounds, ratios, notes }: Section, before: Ratios): string {
  const times = [...rounds].map(([name, all]) => [
    name,
    `${figure(median(all))} ms`,
    `${figure(Math.min(...all))} – ${figure(Math.max(...all))}`,
  ])
  const better = Object.entries(ratios).map(([name, ratio]) => {
    const change = changeOf(before, name, ratio)
    return [name, `${figure(ratio)} ×`, ...(change === null ? [] : [percent(change), isWorse(change) ? '◄ worse' : ''])]
  })
  const others = Object.entries(notes).map(([name, value]) => [name, figure(value)])
  return `\n${title}\n${table([['', 'median', 'range'], ...times])}\n${table([['times better', '', 'since the baseline'], ...better])}\n${table([...others])}\n`
}

/** Three digits that count. */
function figure(value: number): string {
  return Number(value.toPrecision(3)).toLocaleString('en', { maximumFractionDigits: 6 })
}

function percent(change: number): string {
  return `${change < 0 ? '−' : '+'}${Math.abs(Math.round(100 * change))} %`
}

function table(rows: readonly (readonly string[])[]): string {
  const columns = Math.max(0, ...rows.map(row => row.length))
  const widths = Array.from({ length: columns }, (_, column) =>
    Math.max(...rows.map(row => stringWidth(row[column] ?? ''))),
  )
  return rows
    .map(row =>
      `  ${row.map((cell, column) => cell + ' '.repeat((widths[column] ?? 0) - stringWidth(cell))).join('   ')}`.trimEnd(),
    )
    .join('\n')
}
