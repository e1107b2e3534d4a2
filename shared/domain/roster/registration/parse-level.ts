import { squeeze } from './tidy.ts'

const LEVELS: ReadonlyMap<string, string> = new Map([
  ['市级', 'city'],
  ['市', 'city'],
  ['区级', 'district'],
  ['区', 'district'],
  ['街道', 'subdistrict'],
  ['街道级', 'subdistrict'],
])

/** `city` 市级, `district` 区级, `subdistrict` 街道; another word as it stands. */
export function parseLevel(text: string): string {
  const word = squeeze(text)
  return LEVELS.get(word) ?? word
}
