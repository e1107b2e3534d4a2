/** The longest suggestion (意见建议), in UTF-16 units as a browser's `maxlength` counts them. Ours. */
export const MOST_SUGGESTION = 500

// What a keyboard does not write and a reader does not see could carry a sign of its author.
const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]|\p{Variation_Selector}/gu

/**
 * A suggestion as it is sealed and shown: line ends as `\n`, tabs as spaces, no characters that nobody sees, no spaces at
 * the ends of lines, one empty line at most. Applied on the phone and again at the opening. At most as long as it was.
 */
export function tidySuggestion(typed: string): string {
  return typed
    .replace(/\r\n?/g, '\n')
    .replace(/\t/g, ' ')
    .replace(UNSEEN, each => (each === '\n' ? each : ''))
    .replace(/[^\S\n]+$/gm, '')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}
