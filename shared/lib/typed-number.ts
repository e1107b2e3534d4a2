const TYPED = /^\+?(-?)(\d{1,3}(?:,\d{3})+|\d*)(?:\.(\d*))?(?:分|家|次|场|人次|人|份|个|月|个月)?$/u

/**
 * A number as people type it, written plainly: full-width digits and signs, `。` for the point (a Chinese keyboard's),
 * thousands commas, a missing digit beside the point, a counting word after it (`１５．０分` → `15.0`, `.5` → `0.5`).
 * What is not a number comes back trimmed: whoever reads it says what is wrong. Never converts to a float.
 */
export function typedNumber(text: string): string {
  const plain = text
    .replace(/[！-～]/g, sign => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
    .replace(/[\p{Zs}\t\n\r]/gu, '')
    .replaceAll('。', '.')
    .replaceAll('−', '-')
  const [, sign = '', whole = '', places] = TYPED.exec(plain) ?? []
  if (whole === '' && (places ?? '') === '') return text.trim()
  const digits = `${sign}${whole === '' ? '0' : whole.replaceAll(',', '')}`
  return places === undefined || places === '' ? digits : `${digits}.${places}`
}
