// Most cells: nothing in them to take out, and thousands of them are looked at several times.
const PLAIN = /^[ -~\u3001-\u301f\u4e00-\u9fff\uff01-\uff5e]*$/

/** Text without characters that nobody sees (zero-width, control, half a surrogate pair); lines end with `\n`. */
export function visible(text: string): string {
  if (PLAIN.test(text)) return text.trim()
  return text
    .toWellFormed()
    .replace(/\r\n?/g, '\n')
    .replace(/\p{Cf}|(?![\n\t])\p{Cc}/gu, '')
    .trim()
}

/** Full-width letters, digits, signs and spaces as half-width: `２０２４．１．１` → `2024.1.1`. */
export function halfWidth(text: string): string {
  return text.replace(/[！-～]/g, sign => String.fromCharCode(sign.charCodeAt(0) - 0xfee0)).replace(/[\p{Zs}\t]/gu, ' ')
}

/** Half-width, and no spaces or line breaks at all: how labels, dates and numbers are compared. */
export function squeeze(text: string): string {
  return halfWidth(visible(text)).replace(/\s+/gu, '')
}

/** Free words as they stand, one space at most between words and no empty line. */
export function words(text: string): string {
  return visible(text)
    .split('\n')
    .map(line => line.replace(/[\p{Zs}\t]+/gu, ' ').trim())
    .filter(line => line !== '')
    .join('\n')
}

/** Words that a narrow cell had broken into lines, on one line again: no space where Chinese meets Chinese. */
export function oneLine(text: string): string {
  return words(text)
    .replace(/(?<=[\p{Script=Han}，。、；：（）])\n(?=[\p{Script=Han}，。、；：（）])/gu, '')
    .replaceAll('\n', ' ')
}
