import { expect, test } from 'vitest'
import { openBox } from '#electron/host/box/open-box.ts'
import { releaseSuggestions } from '#electron/host/box/release-suggestions.ts'
import { scaled } from '#tests/crash/depth.ts'
import { record } from '#tests/prove/record.ts'
import { TELLERS } from '#tests/unit/box/build-box.ts'
import { inspect } from './inspect.ts'
import { SPEAKING_CAST } from './script.ts'

// PROMISES.md §1, the table of leaks: the product as it is. That each of the checks sees what it is there for: mutations.test.ts.

// Catches: whatever of a vote stays anywhere on the computer, or can be asked from the station before the count.
test('a meeting in two worlds: the same bytes, and no check finds anything', async () => {
  for (let seed = 1; seed <= scaled(2, 20); seed++) {
    const { findings, votes, tallies, files, bytes } = await inspect(seed)
    expect(findings.map(({ check, what }) => `${check}: ${what}`)).toEqual([])
    // Two groups stand, twelve people each: as the box gives them, and in the year's file.
    expect([votes, tallies]).toEqual([28, 48])
    expect([...files].sort()).toEqual([
      'm.urn',
      'what the box gives',
      'years/2026.pingyi.json',
      'years/ballot-summary.pdf',
      'years/results.json',
    ])
    record('anonymity: meetings inspected to the byte', { meetings: 2, votes, bytes, findings: findings.length })
  }
})

// Catches: words that are readable, or tell whose they are, while people vote and until a teller releases them.
test('with suggestions, before any is released: the same', async () => {
  for (let seed = 1; seed <= scaled(1, 10); seed++) {
    const { findings, votes, bytes } = await inspect(seed, {}, SPEAKING_CAST)
    expect(findings.map(({ check, what }) => `${check}: ${what}`)).toEqual([])
    record('anonymity: meetings inspected to the byte', { meetings: 2, votes, bytes, findings: findings.length })
  }
})

// Catches: a word that a teller held back and that stays; released ones in an order that tells who said them.
test('with some suggestions released: only these can be read, in both worlds alike', async () => {
  const released = new Set<string>()
  const { findings } = await inspect(
    2,
    {
      open: async (store, options) => {
        const opened = await openBox(store, TELLERS.slice(0, 2), options)
        if (!opened.ok) throw new Error(opened.error.code)
        const texts = await releaseSuggestions(store, [TELLERS[0]], [0, 3])
        for (const text of texts.ok ? texts.value : []) released.add(text)
        return opened.value.counts
      },
    },
    SPEAKING_CAST,
  )
  expect(released.size).toBe(2)
  // Each of the two is found as the words of one voter, in each world another one or the same; nothing else is.
  expect(findings.filter(({ what }) => !/^m\.urn: words \d+ \(as it is\)$/.test(what))).toEqual([])
  expect(findings).toHaveLength(4)
})
