// Exact fractions of BigInts, written for the oracle alone: the oracle must share no arithmetic with the app.

export type Q = { readonly n: bigint; readonly d: bigint }

export function q(n: bigint | number, d: bigint | number = 1): Q {
  const [top, bottom] = [BigInt(n), BigInt(d)]
  if (bottom === 0n) throw new RangeError('division by zero')
  return bottom < 0n ? { n: -top, d: -bottom } : { n: top, d: bottom }
}

export function parse(decimal: string): Q {
  const [whole = '', places = ''] = decimal.split('.')
  return q(BigInt(whole + places), 10n ** BigInt(places.length))
}

export const add = (a: Q, b: Q): Q => q(a.n * b.d + b.n * a.d, a.d * b.d)
export const subtract = (a: Q, b: Q): Q => q(a.n * b.d - b.n * a.d, a.d * b.d)
export const times = (a: Q, b: Q): Q => q(a.n * b.n, a.d * b.d)
export const over = (a: Q, b: Q): Q => q(a.n * b.d, a.d * b.n)
export const total = (values: readonly Q[]): Q => values.reduce(add, q(0))

/** −1, 0 or 1. */
export function compare(a: Q, b: Q): number {
  const difference = a.n * b.d - b.n * a.d
  return difference < 0n ? -1 : difference > 0n ? 1 : 0
}

/** Of a value that is not negative: ⌊value × 10^places + ½⌋ as text. */
export function print(value: Q, places: number): string {
  const units = (2n * value.n * 10n ** BigInt(places) + value.d) / (2n * value.d)
  const digits = units.toString().padStart(places + 1, '0')
  return places === 0 ? digits : `${digits.slice(0, -places)}.${digits.slice(-places)}`
}

export function printWeight(value: Q): string {
  const text = print(value, 2)
  return text.endsWith('.00') ? text.slice(0, -3) : text.endsWith('0') ? text.slice(0, -1) : text
}

/** Scores with weights: the mean over those that have a score, and each one's share in percent. */
export function weighted(parts: readonly { readonly weight: string; readonly score: Q | null }[]): {
  readonly score: Q | null
  readonly used: readonly (Q | null)[]
} {
  const present = parts.flatMap(part => (part.score ? [{ weight: parse(part.weight), score: part.score }] : []))
  if (present.length === 0) return { score: null, used: parts.map(() => null) }
  const all = total(present.map(part => part.weight))
  return {
    score: over(total(present.map(part => times(part.weight, part.score))), all),
    used: parts.map(part => (part.score ? over(times(parse(part.weight), q(100)), all) : null)),
  }
}
