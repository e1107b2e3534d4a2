import { unpackAll } from '#tests/anonymity/bytes/unpack.ts'
import type { Evidence } from '#tests/anonymity/evidence.ts'
import type { Finding } from './finding.ts'

/** No stored count is over fewer ballots than the minimum: every tally of every JSON text, whatever it is called. */
export function checkCounts({ files }: Evidence, minimum: number): Finding[] {
  return [...files].flatMap(([file, bytes]) =>
    unpackAll(file, bytes).flatMap(view =>
      talliesIn(parse(view.toString('utf8')))
        .filter(ballots => ballots < minimum)
        .map(ballots => ({ check: 'counts', what: `${file}: a tally of ${ballots} ballots` })),
    ),
  )
}

/** How many tallies all the JSON texts hold: a check of none proves nothing. */
export function countTallies({ files }: Evidence): number {
  return [...files.values()].reduce((total, bytes) => total + talliesIn(parse(bytes.toString('utf8'))).length, 0)
}

/** How many ballots each tally in a value counts: marks with their numbers, abstentions, what is invalid. */
function talliesIn(value: unknown): number[] {
  if (typeof value !== 'object' || value === null) return []
  const inner = Object.values(value).flatMap(talliesIn)
  const marks: unknown = 'marks' in value ? value.marks : undefined
  if (typeof marks !== 'object' || marks === null) return inner
  const counts = Object.values(marks).filter(count => typeof count === 'number')
  const rest = ['abstain', 'invalid'].map(key => Number(Reflect.get(value, key) ?? 0))
  // A table of nobody's marks: the app writes none, but an empty one tells nothing.
  return counts.length === 0 ? inner : [...inner, [...counts, ...rest].reduce((total, count) => total + count, 0)]
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
