import type { CallInput } from '#shared/contract/contract.ts'
import type { MeetingSetUp } from '#shared/domain/ballot/set-up/meeting-set-up.ts'

// Keying a paper ballot with one key a row: digits choose, 0 leaves blank, X is a row with two ticks, S the author's own
// row, R makes the rest alike. Pure: the page holds the state and hands it the keys.

export type KeyedBallot = CallInput<'paper.enter'>['ballots'][number]

/** One row of the ballot: a person and an indicator. */
export type Row = { readonly instructor: string; readonly indicator: string }

export type Keying = {
  readonly ballots: readonly KeyedBallot[]
  /** Which ballot and which row are keyed now; a row past the last: the ballot is whole. */
  readonly ballot: number
  readonly row: number
  /** R was pressed: the next digit goes to this row and all below. */
  readonly rest: boolean
}

export type KeyingSetUp = {
  readonly setUp: MeetingSetUp
  readonly peers: boolean
  readonly count: number
}

/** Everything still to be keyed. */
export function beginKeying(): Keying {
  return { ballots: [{ marks: {} }], ballot: 0, row: 0, rest: false }
}

/** The rows of a ballot as they stand on paper: person by person, indicator by indicator. */
export function rowsOf({ instructors, indicators }: MeetingSetUp): Row[] {
  return instructors.flatMap(person =>
    indicators.map(indicator => ({ instructor: person.id, indicator: indicator.id })),
  )
}

/** What a row holds so far. */
export function readingOf(ballot: KeyedBallot, { instructor, indicator }: Row): string {
  if (ballot.self === instructor) return 'self'
  if (ballot.invalid?.[instructor]?.includes(indicator)) return 'invalid'
  return ballot.marks[instructor]?.[indicator] ?? 'blank'
}

/** The state after a key; the same state where the key says nothing here. */
export function pressKey(state: Keying, key: string, by: KeyingSetUp): Keying {
  const rows = rowsOf(by.setUp)
  const current = state.ballots[state.ballot]
  if (!current) return state
  switch (key) {
    case 'ArrowUp':
      return { ...state, row: Math.max(0, state.row - 1), rest: false }
    case 'ArrowDown':
      return { ...state, row: Math.min(rows.length, state.row + 1), rest: false }
    case 'PageUp':
      return toBallot(state, state.ballot - 1)
    case 'r':
    case 'R':
    case '*':
      return { ...state, rest: !state.rest }
    case 'v':
    case 'V':
      return {
        ...replace(state, current.void ? { marks: {} } : { marks: {}, void: true }),
        row: rows.length,
        rest: false,
      }
    case 'Enter':
      return state.row >= rows.length || current.void ? toBallot(state, state.ballot + 1, by.count) : state
    default:
      return mark(state, current, key, rows, by)
  }
}

function mark(state: Keying, current: KeyedBallot, key: string, rows: readonly Row[], by: KeyingSetUp): Keying {
  const reading = readingFor(key, by)
  if (reading === null || state.row >= rows.length || current.void) return state
  const until = state.rest && reading !== 'self' ? rows.length : state.row + 1
  let ballot = current
  for (const row of rows.slice(state.row, until)) {
    // The author's own row stays it when the rest is made alike.
    if (state.rest && ballot.self === row.instructor) continue
    ballot = withReading(ballot, row, reading)
  }
  // The author's row spans all indicators of the person.
  let next = until
  while (next < rows.length && ballot.self !== undefined && rows[next]?.instructor === ballot.self) next += 1
  return { ...replace(state, ballot), row: next, rest: false }
}

/** What a key means on a row; null for nothing. On a points scale digits are typed into a field instead. */
function readingFor(key: string, { setUp, peers }: KeyingSetUp): string | null {
  if (key === '0' || key === ' ') return 'blank'
  if (key === 'x' || key === 'X') return 'invalid'
  if (key === 's' || key === 'S') return peers ? 'self' : null
  const options = setUp.scale.kind === 'grades' ? setUp.scale.options : []
  return /^[1-9]$/.test(key) ? (options[Number(key) - 1]?.id ?? null) : null
}

/** A ballot with one row read anew. `reading`: an option, a number, 'blank', 'invalid' or 'self'. */
export function withReading(ballot: KeyedBallot, { instructor, indicator }: Row, reading: string): KeyedBallot {
  const { [instructor]: own = {}, ...others } = ballot.marks
  const { [indicator]: _, ...kept } = own
  const isMark = reading !== 'blank' && reading !== 'invalid' && reading !== 'self'
  const rows = isMark ? { ...kept, [indicator]: reading } : reading === 'self' ? {} : kept
  const marks = Object.keys(rows).length === 0 ? others : { ...others, [instructor]: rows }
  const invalidOwn = (ballot.invalid?.[instructor] ?? []).filter(id => id !== indicator)
  if (reading === 'invalid') invalidOwn.push(indicator)
  const { [instructor]: __, ...invalidOthers } = ballot.invalid ?? {}
  const invalid =
    invalidOwn.length === 0 || reading === 'self' ? invalidOthers : { ...invalidOthers, [instructor]: invalidOwn }
  const self = reading === 'self' ? instructor : ballot.self === instructor ? undefined : ballot.self
  return {
    marks,
    ...(Object.keys(invalid).length === 0 ? {} : { invalid }),
    ...(self === undefined ? {} : { self }),
  }
}

function replace(state: Keying, ballot: KeyedBallot): Keying {
  return { ...state, ballots: state.ballots.map((each, index) => (index === state.ballot ? ballot : each)) }
}

function toBallot(state: Keying, ballot: number, count = Number.POSITIVE_INFINITY): Keying {
  if (ballot < 0 || ballot >= count) return state
  const ballots = ballot < state.ballots.length ? state.ballots : [...state.ballots, { marks: {} }]
  return { ballots, ballot, row: 0, rest: false }
}
