import { checkEvaluation } from '#shared/domain/evaluation/check-evaluation.ts'
import type { Evaluation } from '#shared/domain/evaluation/evaluation.ts'
import { scoreYear } from '#shared/domain/score/score-year.ts'
import { type Contender, interleavedRounds, median, timeEach, timesFaster } from '#tests/bench/rounds.ts'
import type { Section } from '#tests/bench/section.ts'
import { fullYear } from './full-year.ts'
import { type Marks, marksOf } from './marks.ts'
import { openingMs } from './opening.ts'
import { tallyDecimal, tallyDuckDb, tallyOurs, tallySqlite, tallyTyped } from './tallies.ts'

const OURS = '评议: cut, shuffled, exact'

/** 600,000 marks (150 instructors × 8 indicators × 500 ballots) to 4,800 printed figures; and the score of a year. */
export async function tallyBench(quick: boolean): Promise<Section> {
  const marks = marksOf(150, 125)
  // What takes a few milliseconds is done several times: once is as long as whatever else the machine does.
  const contender = (name: string, tally: (marks: Marks) => unknown, times = 1): Contender => ({
    name,
    run: () =>
      timeEach(times, async () => {
        for (let time = 0; time < times; time++) await tally(marks)
      }),
  })
  const rounds = await interleavedRounds(
    [
      contender(OURS, tallyOurs, 40),
      contender('one pass over a typed array', tallyTyped, 40),
      contender('DuckDB', tallyDuckDb),
      contender('node:sqlite', tallySqlite),
      contender('decimal.js', tallyDecimal),
    ],
    quick ? 2 : 9,
  )
  return {
    title: 'Tally: ms from 600,000 marks to 4,800 printed figures',
    rounds,
    ratios: {
      vsTypedArray: timesFaster(rounds, OURS, 'one pass over a typed array'),
      vsDuckDb: timesFaster(rounds, OURS, 'DuckDB'),
      vsNodeSqlite: timesFaster(rounds, OURS, 'node:sqlite'),
      vsDecimalPerMark: timesFaster(rounds, OURS, 'decimal.js'),
      ...(quick ? {} : await sixtyMillion()),
    },
    notes: {
      openingOf1000Ms: await openingMs(1000),
      ...(await scoreTimes(quick ? 3 : 15)),
      ...(await growth(quick ? [3, 125] : [3, 125, 1250, 12_500])),
    },
  }
}

/**
 * Milliseconds for a year of four groups and eight indicators. Nothing is known from the time before: a what-if has another
 * scheme, the whole score is of a year just read; an edit changes one person's record and leaves the rest.
 */
async function scoreTimes(times: number): Promise<Readonly<Record<string, number>>> {
  const [some, full] = [fullYear(150), fullYear(1000)]
  const [first] = full.self
  if (!first) throw new Error('nobody has handed in anything')
  const medianOf = async (prepare: () => Evaluation, work: (year: Evaluation) => unknown) => {
    const all: number[] = []
    for (let time = 0; time <= times; time++) {
      const year = prepare()
      all.push(await timeEach(1, () => work(year)))
    }
    return median(all.slice(1))
  }
  return {
    whatIfOf150Ms: await medianOf(() => ({ ...some, scheme: { ...some.scheme } }), scoreYear),
    scoreOf1000Ms: await medianOf(() => structuredClone(full), scoreYear),
    scoreOf1000AfterAnEditMs: await medianOf(() => ({ ...full, self: full.self.with(0, { ...first }) }), scoreYear),
    checkOf1000Ms: await medianOf(() => full, checkEvaluation),
  }
}

/** One go at a hundred times as many marks; the piles of a few rows are all the memory that ours takes beside the ballots. */
async function sixtyMillion(): Promise<Readonly<Record<string, number>>> {
  const marks = marksOf(150, 12_500)
  const before = process.memoryUsage.rss()
  const ours = await timeEach(1, () => tallyOurs(marks))
  process.stderr.write(
    `60,000,000 marks: ${Math.round(ours)} ms, ${Math.round((process.memoryUsage.rss() - before) / 2 ** 20)} MB\n`,
  )
  const duck = await timeEach(1, () => tallyDuckDb(marks))
  return { sixtyMillionVsDuckDb: duck / ours }
}

/** Nanoseconds a mark, by how many ballots each group has: more marks must not make each of them dearer. */
async function growth(ballots: readonly number[]): Promise<Readonly<Record<string, number>>> {
  const entries: [string, number][] = []
  for (const each of ballots) {
    const marks = marksOf(150, each)
    entries.push([`nsAMarkOf${marks.flat.length}`, 1e6 * (await timeEach(marks.flat.length, () => tallyOurs(marks)))])
  }
  return Object.fromEntries(entries)
}
