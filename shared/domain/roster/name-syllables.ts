import { pinyin } from 'pinyin-pro'
import { surnameOf } from './surname.ts'

/** One character as it is read: letters without tone (ü as `v`), the tone 1 to 4 or 0, and every other reading's letters. */
export type Syllable = {
  readonly spelling: string
  readonly tone: number
  readonly readings: readonly string[]
}

/** Surnames' readings that the dictionary does not know as surnames. Source: 现代汉语词典, "姓". */
const SURNAME_READINGS: Readonly<Record<string, string>> = {
  种: 'chong2',
  么: 'yao1',
  秘: 'bi4',
  祭: 'zhai4',
  洗: 'xian3',
  黑: 'he4',
  車: 'che1',
}

// A sort compares each name a dozen times, and the dictionary is slow: what was read once is kept. A roster fits many
// times over.
const MOST_KEPT = 20_000
const kept = new Map<string, readonly Syllable[]>()

/**
 * A name's syllables, one per character, spaces left out: the surname read as a surname (曾 zēng, 尉迟 yùchí), the given
 * name by its words. What is no Chinese character is its own lower-case spelling, tone 0.
 */
export function nameSyllables(name: string): readonly Syllable[] {
  const known = kept.get(name)
  if (known) return known
  if (kept.size >= MOST_KEPT) kept.clear()
  const syllables = readSyllables(name)
  kept.set(name, syllables)
  return syllables
}

function readSyllables(name: string): readonly Syllable[] {
  const characters = [...name.replaceAll(/\s/gu, '')]
  const whole = characters.join('')
  const read = pinyin(whole, { type: 'array', toneType: 'num', v: true, surname: 'head' })
  const single = [...surnameOf(whole)].length === 1 ? SURNAME_READINGS[characters[0] ?? ''] : undefined
  return characters.map((character, index) => {
    const reading = (index === 0 ? single : undefined) ?? read[index] ?? character
    const { spelling, tone } = split(reading)
    const all = pinyin(character, { type: 'array', toneType: 'none', v: true, multiple: true })
    return { spelling, tone, readings: [...new Set([spelling, ...all.map(other => other.toLowerCase())])] }
  })
}

function split(reading: string): { readonly spelling: string; readonly tone: number } {
  const parts = /^([a-zêü]+)([0-4])$/u.exec(reading)
  return parts ? { spelling: parts[1] ?? '', tone: Number(parts[2]) } : { spelling: reading.toLowerCase(), tone: 0 }
}
