/**
 * Excel's and WPS's built-in number formats of Chinese Windows (ECMA-376 part 1, 18.8.30, zh-cn). A file names them by
 * number only; a program that does not know them shows `2024年1月` as a day it never said.
 */
export const CHINESE_DATE_FORMATS: ReadonlyMap<number, string> = new Map([
  ...[27, 36, 50, 52, 57].map(id => [id, 'yyyy"年"m"月"'] as const),
  ...[28, 29, 51, 53, 54, 58].map(id => [id, 'm"月"d"日"'] as const),
  [30, 'm-d-yy'],
  [31, 'yyyy"年"m"月"d"日"'],
])

/** A workbook's styles part with these formats written out, but for those that it defines itself. */
export function withChineseDateFormats(styles: string): string {
  const defined = new Set(
    [...styles.matchAll(/<(?:\w+:)?numFmt\b[^>]*?\bnumFmtId=["'](\d+)["']/g)].map(match => Number(match[1])),
  )
  const missing = [...CHINESE_DATE_FORMATS].filter(([id]) => !defined.has(id))
  const root = /<((?:\w+:)?)styleSheet\b[^>]*?(?<!\/)>/.exec(styles)
  if (!root || missing.length === 0) return styles
  const prefix = root[1] ?? ''
  const formats = missing
    .map(([id, code]) => `<${prefix}numFmt numFmtId="${id}" formatCode="${code.replaceAll('"', '&quot;')}"/>`)
    .join('')
  const list = /<(?:\w+:)?numFmts\b[^>]*?(\/?)>/.exec(styles)
  if (list && list[1] === '') {
    const after = list.index + list[0].length
    return styles.slice(0, after) + formats + styles.slice(after)
  }
  const after = root.index + root[0].length
  const rest = list ? styles.slice(after).replace(list[0], '') : styles.slice(after)
  return `${styles.slice(0, after)}<${prefix}numFmts count="${missing.length}">${formats}</${prefix}numFmts>${rest}`
}
