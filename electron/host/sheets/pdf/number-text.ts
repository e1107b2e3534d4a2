// A form's lines stand at the same places on every sheet.
const said = new Map<number, string>()
const MOST = 50_000

/** A length as a page says it, in thousandths of a point: a tenth of a hair. */
export function short(value: number): string {
  const thousandths = Math.round(value * 1e3)
  const known = said.get(thousandths)
  if (known !== undefined) return known
  if (said.size >= MOST) said.clear()
  const text = String(thousandths / 1e3)
  said.set(thousandths, text)
  return text
}
