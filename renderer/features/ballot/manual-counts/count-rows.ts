import { type CountCells, cellsOf } from '#shared/domain/ballot/manual-counts/count-cells.ts'
import type { CountsPlace } from '#shared/domain/ballot/manual-counts/key-counts.ts'
import type { Meeting, Tally } from '#shared/domain/ballot/meeting.ts'
import type { Instructor } from '#shared/domain/roster/instructor.ts'
import type { BallotComponent } from '#shared/domain/scheme/scheme.ts'

/** One person's line in the grid. */
export type CountRow = {
  readonly instructor: Instructor
  readonly cells: CountCells
  /** Whether the year holds exactly this. */
  readonly settled: boolean
}

/** Rows typed but not in the year (yet), by `pendingKey`. */
export type Pending = Readonly<Record<string, CountCells>>

const EMPTY: CountCells = {}

/** No id holds a colon. */
export function pendingKey({ group, indicator }: CountsPlace, instructor: string): string {
  return `${group}:${indicator}:${instructor}`
}

/** Where a row comes from, to know whether it is still the same. */
type Source = {
  readonly instructor: Instructor
  readonly tally: Tally | undefined
  readonly typed: CountCells | undefined
  readonly row: CountRow
}

/** The grid's rows; a row whose tally and typed cells are the same as in `before` stays the same object. */
export function countRows(
  people: readonly Instructor[],
  meeting: Meeting,
  component: BallotComponent,
  place: CountsPlace,
  pending: Pending,
  before: ReadonlyMap<string, Source>,
): ReadonlyMap<string, Source> {
  const own = meeting.tallies.filter(tally => tally.group === place.group && tally.indicator === place.indicator)
  const tallies = new Map<string, Tally>(own.map(tally => [tally.instructor, tally]))
  return new Map(
    people.map(instructor => {
      const tally = tallies.get(instructor.id)
      const typed = pending[pendingKey(place, instructor.id)]
      const kept = before.get(instructor.id)
      if (kept && kept.instructor === instructor && kept.tally === tally && kept.typed === typed)
        return [instructor.id, kept]
      const cells = typed ?? (tally ? cellsOf(tally, component) : EMPTY)
      const row: CountRow = { instructor, cells, settled: typed === undefined && tally !== undefined }
      return [instructor.id, { instructor, tally, typed, row }]
    }),
  )
}
