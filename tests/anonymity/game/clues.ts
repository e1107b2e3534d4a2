import { unpackAll } from '#tests/anonymity/bytes/unpack.ts'
import type { Evidence } from '#tests/anonymity/evidence.ts'
import type { PlantedRoom } from '#tests/anonymity/plant-room.ts'
import { tellingPerson } from '#tests/anonymity/script.ts'
import { GRADES } from '#tests/unit/box/build-set-up.ts'

/** Small numbers that an attacker reads off what is left; what they mean for the worlds is learned, game by game. */
export type Clues = ReadonlyMap<string, number>

/** Larger files of random bytes would only teach chance. */
const MOST_BYTES = 16_384

/**
 * All that an attacker has: every byte that was left after the count, and the diary of who pressed submit when, with
 * the slips that those people still have in their pockets.
 */
export function cluesOf(left: Evidence, planted: PlantedRoom): Clues {
  const clues = new Map<string, number>()
  const { script } = planted
  const names = [...left.files.keys()].sort()
  clues.set('files', names.length)
  for (const name of names) {
    const bytes = left.files.get(name) ?? Buffer.alloc(0)
    const facts = left.facts.get(name)
    // A time itself differs in every game; whether it is early or late in its day, month, second may be made to tell.
    for (const divisor of [1_000, 86_400_000, 172_800_000])
      clues.set(`${name} mtime % ${divisor}`, Math.floor(((facts?.mtimeMs ?? 0) % divisor) * (16 / divisor)))
    clues.set(`${name} mtime`, Math.floor((facts?.mtimeMs ?? 0) / 86_400_000))
    clues.set(`${name} size`, bytes.length)
    clues.set(`${name} inode`, (facts?.ino ?? 0) % 2)
    if (name.endsWith('.pdf')) addOrder(clues, name, unpackAll(name, bytes), planted)
    else addOrder(clues, name, [bytes], planted)
    if (script.setUp.suggestions) addWritten(clues, name, bytes, planted)
    if (bytes.length <= MOST_BYTES && !name.endsWith('.pdf')) addWords(clues, name, bytes.toString('utf8'))
  }
  return clues
}

/** The place of each mark among the others, by itself and after the telling person's name or a voter's slip. */
function addOrder(clues: Map<string, number>, name: string, views: readonly Buffer[], planted: PlantedRoom): void {
  const [high, , low] = GRADES.options
  const text = views.map(view => view.toString('latin1')).join('\n')
  for (const [kind, one, other] of [
    ['id', high?.id, low?.id],
    ['points', high?.points, low?.points],
  ] as const) {
    clues.set(`${name} order of ${kind}`, compareFirst(text, one ?? '', other ?? ''))
    const person = text.lastIndexOf(tellingPerson(planted.script))
    if (person >= 0)
      clues.set(`${name} order of ${kind} after the person`, compareFirst(text.slice(person), one ?? '', other ?? ''))
    // Beside the slip or the phone of the first who voted.
    for (const mark of [planted.codes[0]?.digits, planted.script.voters[0]?.agent]) {
      const at = text.indexOf(mark ?? '')
      if (at >= 0)
        clues.set(`${name} ${kind} beside the first voter`, compareFirst(text.slice(at), one ?? '', other ?? ''))
    }
  }
}

/** Where what was written first stands against what was written last, and among all that was written. */
function addWritten(clues: Map<string, number>, name: string, bytes: Buffer, { script }: PlantedRoom): void {
  const written = script.voters.flatMap(({ ballots: [{ suggestion }] }) => (suggestion ? [suggestion] : []))
  const places = written.map(words => bytes.indexOf(words)).filter(place => place >= 0)
  const [first, last] = [places[0], places.at(-1)]
  clues.set(`${name} written`, places.length)
  if (first === undefined || last === undefined) return
  clues.set(`${name} order of the first and the last words`, Math.sign(first - last))
  clues.set(`${name} place of the first words`, places.filter(place => place < first).length)
}

function compareFirst(text: string, one: string, other: string): number {
  const [a, b] = [text.indexOf(one), text.indexOf(other)]
  return Math.sign((a < 0 ? Number.POSITIVE_INFINITY : a) - (b < 0 ? Number.POSITIVE_INFINITY : b)) || 0
}

/** Each number of a text by its place among the numbers, and the order of its keys. */
function addWords(clues: Map<string, number>, name: string, text: string): void {
  const numbers = [...text.matchAll(/(?<![0-9A-Za-z.])[0-9]{1,3}(?![0-9A-Za-z.])/g)].map(([word]) => Number(word))
  const keys = [...text.matchAll(/"([a-z]+)":/gi)].map(([, word = '']) => word.length * 256 + word.charCodeAt(0))
  for (const [place, number] of numbers.slice(0, 1_000).entries()) clues.set(`${name} number ${place}`, number)
  for (const [place, key] of keys.slice(0, 1_000).entries()) clues.set(`${name} key ${place}`, key)
}
