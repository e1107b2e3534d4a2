// NTFS, APFS and ext4 allow 255 units or bytes a name; Windows allows 259 a whole path, so the title is kept short.
const MOST_BYTES = 150

/**
 * The file name `<档号> <题名><tail>.pdf` (`ending`: that of a document from elsewhere; `tail` tells files of one number
 * apart): in the title nothing that Windows forbids in a name, no invisible character, no blank
 * at the ends, at most 150 bytes of UTF-8. The number before it makes the name unique. Source: FORMS.md "The archive".
 */
export function documentName(number: string, title: string, ending = 'pdf', tail = ''): string {
  const clean = title
    .toWellFormed()
    .replace(/[<>:"/\\|?*\p{C}]/gu, '_')
    .replace(/\s+/g, ' ')
  let short = ''
  let bytes = 0
  for (const character of clean) {
    bytes += utf8Length(character)
    if (bytes > MOST_BYTES) break
    short += character
  }
  return `${number} ${short.trim() || '_'}${tail}.${ending}`
}

function utf8Length(character: string): number {
  const code = character.codePointAt(0) ?? 0
  return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4
}
