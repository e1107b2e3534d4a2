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

function ranks(values: readonly number[]): number[] {
  const sorted = [...values].sort((a, b) => a - b)
  const places = new Map(sorted.map((value, place) => [value, place]))
  return values.map(value => places.get(value) ?? 0)
}
