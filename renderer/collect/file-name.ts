const MOST = 80

/** Words as part of a file's name on Windows, macOS and Linux. */
export function fileName(text: string): string {
  const clean = text
    .toWellFormed()
    .replace(/[<>:"/\\|?*\p{C}]/gu, '_')
    .replace(/\s+/g, ' ')
    .replace(/^[. ]+|[. ]+$/g, '')
  return [...clean].slice(0, MOST).join('').trim() || '_'
}
