/**
 * How far two orders go together, in standard deviations of what chance would give (Spearman): about 0 for orders that
 * have nothing to do with each other, beyond ±5 about twice in four million honest runs, √(n − 1) for the same order.
 * The numbers of each list are all different.
 */
export function rankScore(a: readonly number[], b: readonly number[]): number {
  const n = a.length
  const ranksA = ranks(a)
  const ranksB = ranks(b)
  const squares = ranksA.reduce((total, rank, index) => total + (rank - (ranksB[index] ?? 0)) ** 2, 0)
  return (1 - (6 * squares) / (n * (n * n - 1))) * Math.sqrt(n - 1)
}

/**
 * How often the next number is larger than the last, in standard deviations of what chance would give (n − 1 pairs, half
 * of them, variance (n + 1) / 12): sees a list that goes up again and again, where the whole has no order.
 */
export function ascentScore(values: readonly number[]): number {
  const n = values.length
  const ascents = values.filter((value, index) => index > 0 && value > (values[index - 1] ?? 0)).length
  return (ascents - (n - 1) / 2) / Math.sqrt((n + 1) / 12)
}

function ranks(values: readonly number[]): number[] {
  const sorted = [...values].sort((a, b) => a - b)
  const places = new Map(sorted.map((value, place) => [value, place]))
  return values.map(value => places.get(value) ?? 0)
}
