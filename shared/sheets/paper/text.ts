/**
 * A user's words as a sheet can print them: line ends as `\n`, tabs as spaces, no control or invisible formatting
 * characters (they have no glyph and would hide in a name), no blank ends.
 */
export function printable(text: string | undefined): string {
  return (text ?? '')
    .replace(/\r\n?|[\u2028\u2029\u0085\v\f]/g, '\n')
    .replace(/\t/g, '  ')
    .replace(/(?!\n)[\p{Cc}\p{Cf}]/gu, '')
    .trim()
}

// What no cell of one thing needs, and no row of a table may outgrow.
const ONE_LINE = 120

/**
 * As `printable`, on one line: for names and cells that hold one thing. Beyond `most` characters it ends in …, so that a
 * cell never outgrows its page.
 */
export function oneLine(text: string | undefined, most = ONE_LINE): string {
  const line = printable(text).replace(/\s*\n\s*/g, ' ')
  const characters = [...line]
  return characters.length <= most ? line : `${characters.slice(0, most - 1).join('')}…`
}

/** The paragraphs of a user's words; blank lines go. None of nothing. */
export function paragraphs(text: string | undefined): string[] {
  return printable(text)
    .split('\n')
    .map(line => line.trim())
    .filter(line => line !== '')
}

/** A phone number with its middle hidden, `13812345678` → `138****5678`; a short one shows its last two digits. */
export function maskedPhone(text: string | undefined): string {
  const phone = oneLine(text)
  const digits = phone.replace(/\D/g, '')
  if (digits === '') return ''
  return digits.length >= 10 ? `${digits.slice(0, 3)}****${digits.slice(-4)}` : `****${digits.slice(-2)}`
}

/** `2026-12-10` → `2026年12月10日`; empty for none. */
export function dateWords(date: string | undefined): string {
  const [year, month, day] = (date ?? '').split('-')
  return year && month && day ? `${year}年${Number(month)}月${Number(day)}日` : ''
}

/**
 * The program's own words as print sets them: no blank between a figure and a Chinese character, which screens have and 公文
 * has not. Never for what users wrote.
 */
export function tight(words: string): string {
  return words.replace(/(?<=[\p{Script=Han}“（，。；：、]) (?=\d)/gu, '').replace(/(?<=[\d%]) (?=\p{Script=Han})/gu, '')
}
