import { setAt } from '#tests/fixtures/set-at.ts'

// Changes to a valid input, as damage, mistakes and malice make them: drawn from a seed, so that every input comes again.

export type Draw = () => number

/** A whole number from 0 up to, not including, `limit`. */
export function below(limit: number, draw: Draw): number {
  return Math.floor(draw() * limit)
}

export function oneOf<T>(items: readonly [T, ...T[]], draw: Draw): T {
  return items[below(items.length, draw)] ?? items[0]
}

const PIECES = [
  '',
  '"',
  '{',
  '}',
  '[',
  ']',
  ',',
  ':',
  '0',
  '-',
  '.',
  'e9',
  '\\',
  '\\u0000',
  '\u0000',
  '\uD83D',
  '龥',
  '\u202E',
  '\uFEFF',
  '\r\n',
  '\t',
  'null',
  'true',
  '__proto__',
  'constructor',
  '9'.repeat(400),
  'A'.repeat(5_000),
  '../',
  '%2e',
  '=1+1',
  '😀',
] as const

/** One to four changes in a text: pieces put in, taken away, doubled, exchanged, the end cut off. */
export function mutateText(text: string, draw: Draw): string {
  let changed = text
  for (let left = 1 + below(4, draw); left > 0; left--) {
    const at = below(changed.length + 1, draw)
    const length = below(oneOf([2, 8, 80], draw), draw)
    const piece = oneOf([...PIECES, changed.slice(at, at + length)] as [string, ...string[]], draw)
    const kind = below(10, draw)
    if (kind === 0) changed = changed.slice(0, at)
    else if (kind < 4) changed = changed.slice(0, at) + piece + changed.slice(at)
    else if (kind < 7) changed = changed.slice(0, at) + changed.slice(at + length)
    else changed = changed.slice(0, at) + piece + changed.slice(at + length)
  }
  return changed
}

/** One to eight changes in bytes: bits flipped, stretches set, moved, cut off or put in. */
export function mutateBytes(bytes: Uint8Array, draw: Draw): Uint8Array {
  let changed = Uint8Array.from(bytes)
  for (let left = 1 + below(8, draw); left > 0; left--) {
    const at = below(Math.max(1, changed.length), draw)
    const length = below(oneOf([2, 16, 600], draw), draw)
    const kind = below(12, draw)
    if (kind === 0) changed = changed.slice(0, at)
    else if (kind === 1) changed = Uint8Array.from([...changed.slice(0, at), ...changed.slice(at + length)])
    else if (kind === 2) changed.copyWithin(at, below(changed.length + 1, draw), changed.length)
    else if (kind < 5) changed.fill(oneOf([0, 255, 32, 127], draw), at, at + length)
    else if (at < changed.length) changed[at] = (changed[at] ?? 0) ^ (1 << below(8, draw))
  }
  return changed
}

type Key = string | number

/** Every place in a JSON value, as a path; not the whole. */
export function placesOf(value: unknown, path: readonly Key[] = []): (readonly Key[])[] {
  if (typeof value !== 'object' || value === null) return path.length > 0 ? [path] : []
  const entries: [Key, unknown][] = Array.isArray(value) ? [...value.entries()] : Object.entries(value)
  const below = entries.flatMap(([key, child]) => placesOf(child, [...path, key]))
  return path.length > 0 ? [path, ...below] : below
}

const VALUES: readonly unknown[] = [
  null,
  true,
  false,
  0,
  -1,
  0.1,
  1e300,
  2 ** 53,
  '',
  '0',
  '-1',
  '1e5',
  '100',
  '0x10',
  ' 1',
  '１',
  'i01',
  'A',
  'excellent',
  '__proto__',
  'constructor',
  [],
  {},
  [[]],
  [null],
  { '': '' },
  { __proto__: null },
  ['district'],
  '9'.repeat(4_000),
  '\u0000\n',
  '\uD800',
  '=cmd|x',
  'a'.repeat(70),
  '2026-02-30',
  '../../etc/passwd',
  { toString: 'x' },
  { length: -1 },
  { length: { toString: 'x', valueOf: 'x' } },
]

/** One to three changes in a JSON value: another value, a key taken away or put in, an entry doubled, two exchanged. */
export function mutateJson(value: object, draw: Draw): object {
  let changed = value
  for (let left = 1 + below(3, draw); left > 0; left--) {
    const places = placesOf(changed)
    const path = places[below(places.length, draw)]
    const other = places[below(places.length, draw)]
    if (!path || !other) break
    const kind = below(10, draw)
    if (kind < 5) changed = setAt(changed, path, VALUES[below(VALUES.length, draw)])
    else if (kind < 7) changed = setAt(changed, path, undefined)
    else if (kind < 9) changed = setAt(changed, path, valueAt(changed, other))
    else {
      const list = valueAt(changed, path.slice(0, -1))
      if (Array.isArray(list))
        changed = path.length > 1 ? setAt(changed, path.slice(0, -1), [...list, list[0]]) : changed
      else changed = setAt(changed, [...path.slice(0, -1), oneOf(['extra', '__proto__', 'id', 'self'], draw)], '1')
    }
  }
  return changed
}

function valueAt(value: unknown, path: readonly Key[]): unknown {
  return path.reduce(
    (at: unknown, key) => (typeof at === 'object' && at !== null ? Reflect.get(at, key) : undefined),
    value,
  )
}
