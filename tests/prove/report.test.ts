import { describe, expect, test } from 'vitest'
import { type Figures, judge, PARTS, reportLines } from './report.ts'

// A report that says "holds" whatever was counted would be worth nothing.

const GOOD: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  [PARTS.games]: { games: 380, hits: 190 },
  [PARTS.pageGames]: { games: 20, hits: 11 },
  [PARTS.leaks]: { leaks: 30, caught: 30 },
  [PARTS.years]: { years: 5_000 },
  'crash: casting': { interrupted: 9_000, acknowledged: 40_000, counted: 41_000, lost: 0, doubled: 0 },
  'crash: opening': { interrupted: 1_000, acknowledged: 4_000, counted: 4_000, lost: 0, doubled: 0 },
  'doors: one': { inputs: 1_000_000, read: 1_000, refused: 999_000, crashes: 0 },
}
const ALL = ['anonymity', 'pages', 'crash', 'archive', 'doors', 'recount']

const judged = (overrides: typeof GOOD, failed: readonly string[] = []) => {
  const figures: Figures = new Map(Object.entries({ ...GOOD, ...overrides }))
  return judge(figures, ALL, failed).filter(({ holds }) => !holds)
}

describe('the report', () => {
  test('holds where everything does, and gives the figures', () => {
    const verdicts = judge(new Map(Object.entries(GOOD)), ALL, [])
    expect(verdicts.map(({ holds }) => holds)).toEqual([true, true, true, true, true, true])
    const text = reportLines(new Map(Object.entries(GOOD)), verdicts, { depth: '10', seconds: 61 }).join('\n')
    expect(text).toContain('right in 201 of 400 games; a coin is right in 167 to 233')
    expect(text).toContain('44000 ballots acknowledged over 10000 interrupted runs: 0 lost, 0 counted twice')
    expect(text).toContain('1 min 1 s')
  })

  test.each<[string, typeof GOOD, readonly string[]]>([
    ['a test failed', {}, ['crash']],
    ['the attacker wins', { [PARTS.games]: { games: 380, hits: 260 } }, []],
    ['the attacker is always wrong', { [PARTS.games]: { games: 380, hits: 120 } }, []],
    ['no game was played', { [PARTS.games]: { games: 0, hits: 0 }, [PARTS.pageGames]: { games: 0, hits: 0 } }, []],
    ['a leak survives', { [PARTS.leaks]: { leaks: 30, caught: 29 } }, []],
    ['no leak was tried', { [PARTS.leaks]: { leaks: 0, caught: 0 } }, []],
    [
      'a ballot is lost',
      { 'crash: casting': { interrupted: 9, acknowledged: 9, counted: 8, lost: 1, doubled: 0 } },
      [],
    ],
    [
      'a ballot counts twice',
      { 'crash: casting': { interrupted: 9, acknowledged: 9, counted: 9, lost: 0, doubled: 1 } },
      [],
    ],
    ['a door crashed', { 'doors: one': { inputs: 9, crashes: 1 } }, []],
    ['no year was recounted', { [PARTS.years]: { years: 0 } }, []],
  ])('does not hold where %s', (_, overrides, failed) => {
    expect(judged(overrides, failed)).toHaveLength(1)
  })
})
