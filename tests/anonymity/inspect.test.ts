import { expect, test } from 'vitest'
import { scaled } from '#tests/crash/depth.ts'
import { record } from '#tests/prove/record.ts'
import { inspect } from './inspect.ts'

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
