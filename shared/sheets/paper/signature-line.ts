import type { Content } from './definition.ts'

/** Who signs, side by side, and the date: below a list. */
export function signatureLine(who: readonly string[], top = 20): Content {
  return {
    columns: [
      ...who.map(each => ({ text: `${each}：`, noWrap: true, width: '*' as const })),
      { text: '年　　　月　　　日', alignment: 'right', noWrap: true, width: 'auto' },
    ],
    columnGap: 8,
    margin: [2, top, 8, 0],
  }
}
