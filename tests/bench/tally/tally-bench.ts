import { checkEvaluation } from '#shared/domain/evaluation/check-evaluation.ts'
import type { Evaluation } from '#shared/domain/evaluation/evaluation.ts'
import { scoreYear } from '#shared/domain/score/score-year.ts'
import { type Contender, interleavedRounds, median, timeEach, timesFaster } from '#tests/bench/rounds.ts'
import type { Section } from '#tests/bench/section.ts'
import { fullYear } from './full-year.ts'
import { type Marks, marksOf, shuffledPiles } from './marks.ts'
import { openingMs } from './opening.ts'
import { tallyDecimal, tallyDuckDb, tallyOurs, tallyPiles, tallySqlite, tallyTyped } from './tallies.ts'

const OURS = '评议: cut, shuffled, counted'
const COUNTED = '评议: counted'
const TYPED = 'one pass over a typed array'

/**
 * 600,000 marks (150 instructors × 8 indicators × 500 ballots) to 4,800 printed figures; and the score of a year. The peers
 * count; ours is measured doing the same, and with all else that the opening of a box does to the ballots before.
 */
export async function tallyBench(quick: boolean): Promise<Section> {
  const marks = marksOf(150, 125)
  const piles = shuffledPiles(marks)
  // Else the two would not be the same work.
  if (String(tallyPiles(marks, piles)) !== String(tallyOurs(marks))) throw new Error('the piles count otherwise')
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
      contender(COUNTED, all => tallyPiles(all, piles), 40),
      contender(TYPED, tallyTyped, 40),
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
      vsTypedArray: timesFaster(rounds, OURS, TYPED),
      vsDuckDb: timesFaster(rounds, OURS, 'DuckDB'),
      vsNodeSqlite: timesFaster(rounds, OURS, 'node:sqlite'),
      vsDecimalPerMark: timesFaster(rounds, OURS, 'decimal.js'),
      countedVsTypedArray: timesFaster(rounds, COUNTED, TYPED),
      countedVsDuckDb: timesFaster(rounds, COUNTED, 'DuckDB'),
      countedVsNodeSqlite: timesFaster(rounds, COUNTED, 'node:sqlite'),
      countedVsDecimalPerMark: timesFaster(rounds, COUNTED, 'decimal.js'),
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

/** A hundred times as many marks; the piles of a few rows are all the memory that ours takes beside the ballots. */
async function sixtyMillion(): Promise<Readonly<Record<string, number>>> {
  const marks = marksOf(150, 12_500)
  const before = process.memoryUsage.rss()
  const first = await timeEach(1, () => tallyOurs(marks))
  const megabytes = (process.memoryUsage.rss() - before) / 2 ** 20
  process.stderr.write(`60,000,000 marks: ${Math.round(first)} ms, ${Math.round(megabytes)} MB\n`)
  const piles = shuffledPiles(marks)
  const rounds = await interleavedRounds(
    [
      { name: OURS, run: () => timeEach(1, () => tallyOurs(marks)) },
      { name: COUNTED, run: () => timeEach(1, () => tallyPiles(marks, piles)) },
      { name: 'DuckDB', run: () => timeEach(1, () => tallyDuckDb(marks)) },
    ],
    3,
  )
  return {
    sixtyMillionVsDuckDb: timesFaster(rounds, OURS, 'DuckDB'),
    sixtyMillionCountedVsDuckDb: timesFaster(rounds, COUNTED, 'DuckDB'),
  }
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
