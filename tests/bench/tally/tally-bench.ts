import { checkEvaluation } from '#shared/domain/evaluation/check-evaluation.ts'
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
  const contender = (name: string, tally: (marks: Marks) => unknown): Contender => ({
    name,
    run: () => timeEach(1, () => tally(marks)),
  })
  const rounds = await interleavedRounds(
    [
      contender(OURS, tallyOurs),
      contender('one pass over a typed array', tallyTyped),
      contender('DuckDB', tallyDuckDb),
      contender('node:sqlite', tallySqlite),
      contender('decimal.js', tallyDecimal),
    ],
    quick ? 3 : 9,
  )
  return {
    title: 'Tally: ms from 600,000 marks to 4,800 printed figures',
    rounds,
    ratios: {
      vsTypedArray: timesFaster(rounds, OURS, 'one pass over a typed array'),
      vsDuckDb: timesFaster(rounds, OURS, 'DuckDB'),
      vsNodeSqlite: timesFaster(rounds, OURS, 'node:sqlite'),
      vsDecimalPerMark: timesFaster(rounds, OURS, 'decimal.js'),
    },
    notes: {
      openingOf1000Ms: await openingMs(1000),
      ...(await scoreTimes(quick ? 5 : 15)),
      ...(await growth(quick ? [3, 125] : [3, 125, 1250, 12_500])),
    },
  }
}

/** Milliseconds for a year of four groups and eight indicators. */
async function scoreTimes(times: number): Promise<Readonly<Record<string, number>>> {
  const [whatIf, full] = [fullYear(150), fullYear(1000)]
  const medianOf = async (work: () => unknown) => {
    const all: number[] = []
    for (let time = 0; time < times; time++) all.push(await timeEach(1, work))
    return median(all.slice(1))
  }
  return {
    whatIfOf150Ms: await medianOf(() => scoreYear(whatIf)),
    scoreOf1000Ms: await medianOf(() => scoreYear(full)),
    checkOf1000Ms: await medianOf(() => checkEvaluation(full)),
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
