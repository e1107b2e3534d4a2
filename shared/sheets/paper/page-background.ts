import type { Content } from './definition.ts'

/** Large light grey words behind everything else: opaque, because PDF/A-1 knows no transparency; set level, as real text. */
export function pageBackground(words: string, height: number): Content {
  const fontSize = 130
  const rows = Math.floor(height / 280)
  const between = (height - rows * fontSize * 1.448) / (rows + 1)
  return {
    stack: Array.from({ length: rows }, () => ({
      text: [...words].join('　'),
      fontSize,
      color: '#ececec' as const,
      alignment: 'center' as const,
      noWrap: true,
      margin: [0, between, 0, 0] as const,
    })),
  }
}
