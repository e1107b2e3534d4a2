import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { faultLine, faultWords } from '#shared/domain/evaluation/fault-words.ts'
import { readEvaluation } from '#shared/domain/evaluation/read-evaluation.ts'
import { gapsOf } from '#shared/domain/score/gaps.ts'
import { resultsOf } from '#shared/domain/score/results.ts'
import { scoreYear } from '#shared/domain/score/score-year.ts'
import { FAULT_CODES } from '#shared/lib/fault.ts'
import { arbitraryEvaluation } from '#tests/fixtures/arbitrary-evaluation.ts'
import { setAt } from '#tests/fixtures/set-at.ts'

// PROMISES.md: a damaged, hostile or huge input gives one clear error naming the place, and nothing else. Whatever stands
// in a file, reading it never throws; what is read can be scored; what is refused says where.

type Key = string | number

function placesOf(value: unknown, path: readonly Key[] = []): (readonly Key[])[] {
  if (typeof value !== 'object' || value === null) return [path]
  const entries: [Key, unknown][] = Array.isArray(value) ? [...value.entries()] : Object.entries(value)
  return [path, ...entries.flatMap(([key, child]) => placesOf(child, [...path, key]))]
}

/** Reads the text; checks what every answer must hold; true where it was read. */
function readsCleanly(text: string): boolean {
  const read = readEvaluation(text)
  if (!read.ok) {
    expect(read.error.length).toBeGreaterThan(0)
    for (const fault of read.error) {
      expect(FAULT_CODES).toContain(fault.code)
      // Only a file that is none at all has no place.
      if (fault.path === '') expect(['not-json', 'not-evaluation', 'too-large']).toContain(fault.code)
      expect(faultLine(fault)).not.toMatch(/undefined|NaN|\[object|\n|\r|\p{Cc}/u)
      expect(faultWords(fault)).not.toMatch(/undefined|NaN|\[object/u)
    }
    return false
  }
  const score = scoreYear(read.value)
  for (const { components, rates, total, bonus, penalty } of resultsOf(score).results) {
    const groups = components.flatMap(part => part.groups ?? [])
    const figures = [bonus, penalty, total ?? '0.00', ...[...components, ...groups].map(part => part.score)]
    for (const figure of figures) expect(figure).toMatch(/^[0-9]{1,3}\.[0-9]{2}$/)
    for (const { weight } of [...components, ...groups]) expect(weight).toMatch(/^[0-9]{1,3}(\.[0-9]{1,2})?$/)
    for (const rate of Object.values(rates ?? {})) expect(rate).toMatch(/^[0-9]{1,3}\.[0-9]$/)
    expect(Number(total ?? 0)).toBeLessThanOrEqual(100)
  }
  expect(Array.isArray(gapsOf(score))).toBe(true)
  return true
}

const wrongValue = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    true,
    '',
    '0',
    '-1',
    '1e5',
    'i1',
    'A',
    'excellent',
    '__proto__',
    'constructor',
    -1,
    0.5,
    1e300,
  ),
  fc.constantFrom<unknown>(
    [],
    {},
    [[]],
    { points: '1' },
    ['district'],
    '9'.repeat(5000),
    '\u0000\n',
    '\uD800',
    9007199254740992,
  ),
  fc.jsonValue({ maxDepth: 4 }),
)

describe('one change anywhere in a valid file', () => {
  test('a value of another kind', () => {
    fc.assert(
      fc.property(arbitraryEvaluation, fc.nat(), wrongValue, (file, position, value) => {
        const places = placesOf(file).slice(1)
        const path = places[position % places.length] ?? []
        readsCleanly(JSON.stringify(setAt(file, path, value)))
      }),
      { numRuns: 1500 },
    )
  })

  test('a key taken away', () => {
    fc.assert(
      fc.property(arbitraryEvaluation, fc.nat(), (file, position) => {
        const places = placesOf(file).filter(path => typeof path.at(-1) === 'string')
        readsCleanly(JSON.stringify(setAt(file, places[position % places.length] ?? [], undefined)))
      }),
      { numRuns: 500 },
    )
  })

  test('a key put in is always refused, by its own place', () => {
    const marker = '多余的'
    fc.assert(
      fc.property(arbitraryEvaluation, fc.nat(), (file, position) => {
        // Records are keyed by ids, where another key is an unknown id; lists have no keys.
        const objects = placesOf(file).filter(path => {
          const at = path.reduce((value: unknown, key) => Reflect.get(Object(value), key), file)
          return typeof at === 'object' && at !== null && !Array.isArray(at)
        })
        const path = objects[position % objects.length] ?? []
        const read = readEvaluation(JSON.stringify(setAt(file, [...path, marker], '1')))
        expect(read.ok).toBe(false)
        if (!read.ok) expect(read.error.some(fault => fault.path.endsWith(marker))).toBe(true)
      }),
      { numRuns: 300 },
    )
  })

  test('a list entry twice, or two entries for one', () => {
    fc.assert(
      fc.property(arbitraryEvaluation, fc.nat(), fc.boolean(), (file, position, whole) => {
        const entries = placesOf(file).filter(path => typeof path.at(-1) === 'number')
        const path = entries[position % entries.length] ?? []
        const list = path.slice(0, -1)
        const items = list.reduce((value: unknown, key) => Reflect.get(Object(value), key), file)
        if (!Array.isArray(items)) return
        readsCleanly(JSON.stringify(setAt(file, list, whole ? [...items, ...items] : [...items, items[0]])))
      }),
      { numRuns: 300 },
    )
  })
})

describe('one change anywhere in the text', () => {
  test('cut off', () => {
    fc.assert(
      fc.property(arbitraryEvaluation, fc.nat(), (file, position) => {
        const text = JSON.stringify(file)
        expect(readsCleanly(text.slice(0, position % text.length))).toBe(false)
      }),
      { numRuns: 300 },
    )
  })

  test('a character changed, put in or taken away', () => {
    const change = fc.constantFrom(
      '',
      '"',
      '{',
      '}',
      '[',
      ']',
      ',',
      ':',
      '0',
      '9',
      '-',
      '\\',
      '\u0000',
      'é',
      '龥',
      '\uD83D',
    )
    fc.assert(
      fc.property(arbitraryEvaluation, fc.nat(), change, fc.nat(1), (file, position, character, removed) => {
        const text = JSON.stringify(file)
        const at = position % text.length
        readsCleanly(text.slice(0, at) + character + text.slice(at + removed))
      }),
      { numRuns: 1000 },
    )
  })

  test('any text at all', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.json()), text => {
        expect(readsCleanly(text)).toBe(false)
      }),
      { numRuns: 500 },
    )
  })
})

test('a valid file is read: the checks above are not all refusals', () => {
  fc.assert(
    fc.property(arbitraryEvaluation, file => {
      expect(readsCleanly(JSON.stringify(file))).toBe(true)
    }),
    { numRuns: 200 },
  )
})
