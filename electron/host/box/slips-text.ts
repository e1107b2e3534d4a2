import { extname } from 'node:path'
import type { Slip } from './new-slips.ts'

type Printed = Pick<Slip, 'group' | 'code'>

/**
 * The slips as a file: group and code in random order, nothing else. By the file's name: `.csv` for a table (with a byte
 * order mark, without which WPS and Excel take it for GBK), `.txt` for plain lines, otherwise JSON.
 */
export function slipsFile(path: string, slips: readonly Printed[]): Iterable<string> {
  const kind = extname(path).toLowerCase()
  if (kind === '.csv') return slipsCsv(slips)
  return kind === '.txt' ? slipsLines(slips) : slipsJson(slips)
}

/** The slips as a table of two columns. */
export function* slipsCsv(slips: readonly Printed[]): Generator<string> {
  yield '\uFEFF票种,测评码\r\n'
  for (const { group, code } of slips) yield `${quoted(group)},${code}\r\n`
}

function* slipsLines(slips: readonly Printed[]): Generator<string> {
  for (const { group, code } of slips) yield `${group}\t${code}\n`
}

function* slipsJson(slips: readonly Printed[]): Generator<string> {
  yield '{\n  "slips": [\n'
  for (const [index, { group, code }] of slips.entries())
    yield `    ${JSON.stringify({ group, code })}${index + 1 < slips.length ? ',' : ''}\n`
  yield '  ]\n}\n'
}

/** A cell of a table: a word that a spreadsheet would run or split is put in quotes, its first sign made plain. */
function quoted(text: string): string {
  const plain = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain
}
