import { expect, test } from 'vitest'
import { changeOf, isWorse } from '#tests/bench/baseline.ts'
import { measureAgain, worseOf } from '#tests/bench/measure-again.ts'
import { printSection } from '#tests/bench/print-section.ts'
import { interleavedRounds, timesFaster } from '#tests/bench/rounds.ts'

const shown = (ratio: number, before: Readonly<Record<string, number>>) =>
  printSection({ title: 'Tally', rounds: new Map(), ratios: { vsDuckDb: ratio }, notes: {} }, before)

// Catches: a ratio that fell by more than a fifth and reads like any other; a mark on what other work on the machine takes.
test('a ratio more than a fifth below the baseline is marked, others are not', () => {
  expect(shown(7.9, { vsDuckDb: 10 })).toMatch(/vsDuckDb +7\.9 × +−21 % +◄ worse/)
  expect(shown(8.1, { vsDuckDb: 10 })).not.toContain('worse')
  expect(shown(13, { vsDuckDb: 10 })).toMatch(/\+30 %/)
  expect(isWorse(changeOf({ vsDuckDb: 10 }, 'vsDuckDb', 7.9))).toBe(true)
})

// Catches: a new ratio, which nothing was kept of, told as a regression.
test('a ratio without a baseline is shown alone', () => {
  expect(changeOf({}, 'vsDuckDb', 5)).toBeNull()
  expect(shown(5, {})).not.toMatch(/%|worse/)
})

// Catches: ratios the wrong way round, the warm-up counted, contenders that are always run in one order.
test('rounds are interleaved and a larger ratio is better for us', async () => {
  const order: string[] = []
  const contender = (name: string, times: readonly number[]) => {
    let round = 0
    return {
      name,
      run: async () => {
        order.push(name)
        return times[round++] ?? Number.NaN
      },
    }
  }
  const rounds = await interleavedRounds([contender('ours', [100, 2, 1]), contender('theirs', [1, 6, 4])], 2)
  expect(timesFaster(rounds, 'ours', 'theirs')).toBe(3.5)
  expect(order).toEqual(['ours', 'theirs', 'theirs', 'ours', 'ours', 'theirs'])
})

const measurable = (runs: number[], took: number) => {
  const measure = async () => ({
    title: 'Tally',
    rounds: new Map([['ours', [1]]]),
    ratios: { vsDuckDb: runs.shift() ?? Number.NaN },
    notes: {},
  })
  return async () => ({ part: 'tally', before: { vsDuckDb: 9.5 }, measure, section: await measure(), took })
}

// Catches: a mark on what the machine did meanwhile; a slower program that a second look would hide; the bench run twice for nothing.
test.each([
  ['as good as before', [9], 9, []],
  ['disturbed once', [6, 10], Math.sqrt(60), []],
  ['slower indeed', [7, 7], 7, ['vsDuckDb']],
])('a ratio that is %s', async (_, runs, ratio, worse) => {
  const left = [...runs]
  const first = await measurable(left, 1000)()
  const [last] = await measureAgain([first], Number.POSITIVE_INFINITY)
  expect(left).toEqual([])
  expect(last?.section.ratios['vsDuckDb']).toBe(ratio)
  expect(last?.section.rounds.get('ours')).toHaveLength(runs.length)
  expect(worseOf(last?.section.ratios ?? {}, first.before)).toEqual(worse)
})

// Catches: a quick run that takes two minutes because what is long got worse; what is short left out for it.
test('only what the time left has room for is measured again', async () => {
  const long = await measurable([7, 10], 60_000)()
  const short = await measurable([6, 10], 1000)()
  const last = await measureAgain([long, short], performance.now() + 30_000)
  expect(last[0]).toBe(long)
  expect(last[1]?.section.ratios['vsDuckDb']).toBe(Math.sqrt(60))
})
