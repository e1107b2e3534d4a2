import { unpackAll } from '#tests/anonymity/bytes/unpack.ts'
import type { Evidence } from '#tests/anonymity/evidence.ts'
import type { Script, World } from '#tests/anonymity/script.ts'
import { GRADES } from '#tests/unit/box/build-set-up.ts'
import type { Finding } from './finding.ts'

// Each mark as one letter; the order of the options tells which.
const LETTERS = 'abcd'
const SPELLINGS: readonly (readonly string[])[] = [
  GRADES.options.map(({ id }) => id),
  // Longest first, since 称职 stands inside 不称职 and 基本称职.
  GRADES.options.map(({ label }) => label),
  GRADES.options.map(({ points }) => points),
  GRADES.options.map((_, index) => String(index + 1)),
  GRADES.options.map((_, index) => String(index)),
]

/**
 * No stored object holds the marks of one voter for several people: wherever marks stand one after the other, in words or
 * figures, forwards or backwards, nobody's whole ballot is among them.
 */
export function checkWhole({ files }: Evidence, { voters, setUp }: Script, world: World): Finding[] {
  const patterns = voters.map(({ ballots }) =>
    setUp.instructors
      .map(({ id }) => GRADES.options.findIndex(option => option.id === ballots[world].marks[id]?.['overall']))
      .map(index => LETTERS[index] ?? '')
      .join(''),
  )
  return [...files].flatMap(([file, bytes]) =>
    unpackAll(file, bytes).flatMap(view => {
      const texts = readable(view).flatMap(text => SPELLINGS.map(spelling => lettersIn(text, spelling)))
      return patterns.flatMap((pattern, voter) =>
        texts.some(text => text.includes(pattern) || text.includes([...pattern].reverse().join('')))
          ? [{ check: 'whole', what: `${file}: the whole ballot of voter ${voter}` }]
          : [],
      )
    }),
  )
}

/**
 * The stretches of some bytes that can be read, each long enough for two marks. Packed bytes taken for text hold single
 * figures in any order by chance, a few in a hundred of them; what is packed is looked at unpacked.
 */
function readable(bytes: Buffer): string[] {
  // Control characters other than a tab or a line's end, and what stands for broken UTF-8.
  const unreadable = /(?:(?![\t\n\r])\p{Cc}|\ufffd)+/u
  return bytes
    .toString('utf8')
    .split(unreadable)
    .filter(text => text.length > 2)
}

/** The marks in a text in their order. Figures only where nothing else but they stand between separators. */
function lettersIn(text: string, words: readonly string[]): string {
  const sorted = [...words].sort((a, b) => b.length - a.length)
  const figures = words.every(word => /^[0-9]+$/.test(word))
  const pattern = figures ? `(?<![0-9.])(?:${sorted.join('|')})(?![0-9.])` : sorted.join('|')
  return [...text.matchAll(new RegExp(pattern, 'g'))].map(([word]) => LETTERS[words.indexOf(word)] ?? '').join('')
}
