import { compareRanks, partsOf } from './name-order.ts'
import { nameSyllables } from './name-syllables.ts'

/**
 * Orders two names by pinyin, for `sort`: the surname's syllables and tones as a surname is read (单 shàn, 仇 qiú), then
 * people of one surname together (张 before 章), then the given name's syllables and tones, then its strokes.
 */
export function compareByPinyin(a: string, b: string): number {
  const [one, other] = [partsOf(a), partsOf(b)]
  return (
    compareTexts(spelt(a, one.surname), spelt(b, other.surname)) ||
    compareRanks(one.surname, other.surname) ||
    compareTexts(spelt(a), spelt(b)) ||
    compareRanks(one.given, other.given)
  )
}

/** The syllables with their tones, so written that plain text order is dictionary order (lu before lü before luan). */
function spelt(name: string, part?: readonly string[]): string {
  const syllables = nameSyllables(name).slice(0, part?.length)
  return syllables.map(({ spelling, tone }) => `${spelling.replace('v', 'u:')}${tone}`).join(' ')
}

function compareTexts(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
