/** A length as a page says it, in thousandths of a point: a tenth of a hair. */
export function short(value: number): string {
  return String(Math.round(value * 1e3) / 1e3)
}
