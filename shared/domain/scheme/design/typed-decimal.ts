/**
 * What was typed for a decimal, as the file writes it: full-width digits and points become plain, spaces and a unit
 * behind (`%`, `分`) go. What is no number stays as it was typed, for the check to name.
 */
export function typedDecimal(text: string): string {
  const plain = text
    .normalize('NFKC')
    .replaceAll('。', '.')
    .replaceAll(/[\s,]/g, '')
    .replace(/(?:%|分)$/, '')
  if (plain.startsWith('.')) return `0${plain}`
  return plain
}
