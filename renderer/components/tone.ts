/** How good a place in an ordered list is, for colour; the words beside it always say the same. */
export type Tone = 'best' | 'good' | 'fair' | 'poor' | 'plain' | 'faint'

/** The tone of the place `index` (0 = best) of `count`; `plain` for none. */
export function toneOf(index: number, count: number): Tone {
  if (index < 0) return 'plain'
  if (index === 0) return 'best'
  if (index === count - 1) return 'poor'
  return index === count - 2 && count > 3 ? 'fair' : 'good'
}

export const TONE_COLOURS: Readonly<Record<Tone, string>> = {
  best: 'ink',
  good: 'ink',
  fair: 'yellow',
  poor: 'red',
  plain: 'gray',
  faint: 'gray',
}
