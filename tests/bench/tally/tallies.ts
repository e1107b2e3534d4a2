import { DatabaseSync } from 'node:sqlite'
import { secureRandom } from '#electron/host/urn/secure-random.ts'
import { rowOf } from '#shared/domain/ballot/combine-tallies.ts'
import type { BoxTally } from '#shared/domain/ballot/count/box-counts.ts'
import { countBallots } from '#shared/domain/ballot/count/count-ballots.ts'
import { pileCounter } from '#shared/domain/ballot/count/count-pile.ts'
import type { MeetingSetUp } from '#shared/domain/ballot/set-up/meeting-set-up.ts'
import { publicMeeting } from '#shared/domain/ballot/set-up/public-meeting.ts'
import { indicatorMean } from '#shared/domain/score/indicator-mean.ts'
import { roundHalfUp } from '#shared/lib/rational.ts'
import { peer } from '#tests/bench/peer.ts'
import { GROUPS, type Marks, POINTS } from './marks.ts'

// From marks in memory to every printed mean, one for each group × row, in that order; '' where nobody marked.

/** The app's: ballots cut and shuffled, counted, exact, rounded once. */
export function tallyOurs({ setUp, opened }: Marks): string[] {
  const { tallies } = countBallots(setUp, opened, secureRandom)
  return tallies.map(tally => printedMean(tally, setUp))
}

/** The same from piles that are cut and shuffled, as its peers begin with marks (`shuffledPiles`). */
export function tallyPiles({ setUp, rows, ballotsEach }: Marks, piles: Uint8Array): string[] {
  const meeting = publicMeeting(setUp)
  let at = 0
  return GROUPS.flatMap(group => {
    const count = pileCounter(group, meeting)
    return Array.from({ length: rows }, (_, row) => {
      at += ballotsEach
      return printedMean(count(row, piles, at - ballotsEach, at), setUp)
    })
  })
}

function printedMean(tally: BoxTally, { scale }: MeetingSetUp): string {
  const { score } = indicatorMean(rowOf(tally, scale), scale)
  return score === null ? '' : roundHalfUp(score, 2)
}

/** The fastest that could be: one pass over one array, floats. Neither cut nor shuffled, and it misrounds. */
export function tallyTyped({ flat, rows, ballotsEach }: Marks): string[] {
  const groups = flat.length / (rows * ballotsEach)
  const counts = new Uint32Array(groups * rows * 5)
  let place = 0
  for (let group = 0; group < groups; group++)
    for (let ballot = 0; ballot < ballotsEach; ballot++)
      for (let row = 0; row < rows; row++) {
        const cell = (group * rows + row) * 5 + (flat[place++] ?? 0)
        counts[cell] = (counts[cell] ?? 0) + 1
      }
  return Array.from({ length: groups * rows }, (_, cell) => {
    let marks = 0
    let points = 0
    POINTS.forEach((worth, option) => {
      const count = counts[cell * 5 + option + 1] ?? 0
      marks += count
      points += count * worth
    })
    return marks === 0 ? '' : (points / marks).toFixed(2)
  })
}

const DECIMALS = POINTS.map(String)

type Decimal = {
  readonly plus: (other: string) => Decimal
  readonly div: (other: number) => Decimal
  readonly toFixed: (places: number) => string
}

/** decimal.js, a mark at a time, with the points as they stand in a scheme: decimals as strings. */
export function tallyDecimal({ flat, rows, ballotsEach }: Marks): string[] {
  const Decimal = peer<new (value: number) => Decimal>('decimal.js')
  const groups = flat.length / (rows * ballotsEach)
  const sums = Array.from({ length: groups * rows }, () => ({ points: new Decimal(0), marks: 0 }))
  flat.forEach((mark, place) => {
    const sum = sums[Math.floor(place / (rows * ballotsEach)) * rows + (place % rows)]
    if (mark === 0 || !sum) return
    sum.points = sum.points.plus(DECIMALS[mark - 1] ?? '0')
    sum.marks += 1
  })
  return sums.map(({ points, marks }) => (marks === 0 ? '' : points.div(marks).toFixed(2)))
}

const MEANS = 'select cell, avg(points) as mean from marks where points >= 0 group by cell order by cell'

function cellOf({ rows, ballotsEach }: Marks, place: number): number {
  return Math.floor(place / (rows * ballotsEach)) * rows + (place % rows)
}

function pointsOf(mark: number): number {
  return mark === 0 ? -1 : (POINTS[mark - 1] ?? 0)
}

/** node:sqlite in memory, one transaction, one prepared statement. */
export function tallySqlite(marks: Marks): string[] {
  const database = new DatabaseSync(':memory:')
  database.exec('create table marks (cell integer, points integer); begin')
  const insert = database.prepare('insert into marks values (?, ?)')
  marks.flat.forEach((mark, place) => {
    insert.run(cellOf(marks, place), pointsOf(mark))
  })
  database.exec('commit')
  const means = database.prepare(MEANS).all()
  database.close()
  return means.map(row => Number(row['mean']).toFixed(2))
}

type Duck = {
  readonly INTEGER: unknown
  readonly DuckDBDataChunk: {
    readonly create: (types: readonly unknown[]) => {
      readonly setColumns: (columns: readonly (readonly number[])[]) => void
    }
  }
  readonly DuckDBInstance: {
    readonly create: (path: string) => Promise<{
      readonly connect: () => Promise<{
        readonly run: (sql: string) => Promise<unknown>
        readonly runAndReadAll: (sql: string) => Promise<{ readonly getRows: () => readonly (readonly unknown[])[] }>
        readonly createAppender: (table: string) => Promise<{
          readonly appendDataChunk: (chunk: unknown) => void
          readonly closeSync: () => void
        }>
        readonly closeSync: () => void
      }>
    }>
  }
}

// DuckDB's own vector.
const CHUNK = 2048

/** DuckDB in memory, by its appender in whole chunks, the fastest way in that it offers here. */
export async function tallyDuckDb(marks: Marks): Promise<string[]> {
  const { DuckDBInstance, DuckDBDataChunk, INTEGER } = peer<Duck>('@duckdb/node-api')
  const connection = await (await DuckDBInstance.create(':memory:')).connect()
  await connection.run('create table marks (cell integer, points integer)')
  const appender = await connection.createAppender('marks')
  for (let start = 0; start < marks.flat.length; start += CHUNK) {
    const some = marks.flat.subarray(start, start + CHUNK)
    const chunk = DuckDBDataChunk.create([INTEGER, INTEGER])
    chunk.setColumns([Array.from(some, (_, index) => cellOf(marks, start + index)), Array.from(some, pointsOf)])
    appender.appendDataChunk(chunk)
  }
  appender.closeSync()
  const means = (await connection.runAndReadAll(MEANS)).getRows()
  connection.closeSync()
  return means.map(row => Number(row[1]).toFixed(2))
}
