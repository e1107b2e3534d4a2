import { nameSyllables, type Syllable } from './name-syllables.ts'

/** The initials of a name's pinyin in lower case, e.g. 欧阳喆 → `oyz`; letters and digits stand for themselves. */
export function pinyinInitials(name: string): string {
  return nameSyllables(name)
    .map(syllable => syllable.spelling[0] ?? '')
    .join('')
}

/**
 * Whether a name answers to what was typed: its characters (阳), its initials (`oyz`), its pinyin (`ouyangzhe`) or a
 * mixture (`ouyz`), from any character on; without regard to case, spaces, apostrophes and tones. A character may be
 * typed in any of its readings: nobody knows from the writing how a person reads 乐 in a given name. An empty query
 * matches everybody.
 */
export function matchesName(name: string, query: string): boolean {
  const typed = query
    .toLowerCase()
    .replaceAll(/[\s'’]/gu, '')
    .replaceAll('ü', 'v')
  if (typed === '') return true
  if (name.toLowerCase().replaceAll(/\s/gu, '').includes(typed)) return true
  const syllables = nameSyllables(name)
  return syllables.some((_, start) => startsWith(syllables.slice(start), typed))
}

/** Whether `typed` is made of the beginnings of these syllables, one after the other, none left out. */
function startsWith(syllables: readonly Syllable[], typed: string): boolean {
  if (typed === '') return true
  const [first, ...rest] = syllables
  if (!first) return false
  return first.readings.some(reading =>
    Array.from({ length: reading.length }, (_, index) => index + 1).some(
      length =>
        reading.slice(0, length) === typed.slice(0, length) &&
        typed.length >= length &&
        startsWith(rest, typed.slice(length)),
    ),
  )
}
