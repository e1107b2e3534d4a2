/** One spelling per value: `95.50` → `95.5`, `007` → `7`, `-0` → `0`. Takes `-?[0-9]+(\.[0-9]+)?`. */
export function canonicalDecimal(text: string): string {
  const negative = text.startsWith('-')
  const [whole = '0', fraction = ''] = (negative ? text.slice(1) : text).split('.')
  const digits = whole.replace(/^0+(?=\d)/, '')
  const places = fraction.replace(/0+$/, '')
  const value = places === '' ? digits : `${digits}.${places}`
  return negative && value !== '0' ? `-${value}` : value
}
