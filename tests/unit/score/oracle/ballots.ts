import type { BallotComponentFile, EvaluationFile, InstructorFile, TallyFile } from '#tests/fixtures/evaluation-file.ts'
import { compare, over, parse, type Q, q, times, total, weighted } from './fractions.ts'

// SCORING.md rules 1 to 3, 10 and 11, read again from the document.

export function rowsFor(file: EvaluationFile, person: string, group: string, indicator: string): readonly TallyFile[] {
  return (file.meetings ?? [])
    .flatMap(meeting => meeting.tallies)
    .filter(row => row.instructor === person && row.group === group && row.indicator === indicator)
}

const count = (rows: readonly TallyFile[], option: string): number =>
  rows.reduce((sum, row) => sum + (row.marks[option] ?? 0), 0)

/** Rule 1. */
function indicatorScore(rows: readonly TallyFile[], component: BallotComponentFile): Q | null {
  const { scale } = component
  if (scale.kind === 'grades') {
    const counted = scale.options.flatMap(({ id, points }) =>
      points === undefined ? [] : [{ points: parse(points), number: q(count(rows, id)) }],
    )
    const number = total(counted.map(option => option.number))
    return number.n === 0n ? null : over(total(counted.map(option => times(option.points, option.number))), number)
  }
  const marks = rows
    .flatMap(row => Object.entries(row.marks))
    .flatMap(([key, number]) => Array.from({ length: number }, () => parse(key)))
    .sort(compare)
  const { trim } = scale
  const kept = trim && marks.length > trim.moreThan ? marks.slice(trim.drop, marks.length - trim.drop) : marks
  return kept.length === 0 ? null : over(total(kept), q(kept.length))
}

export type GroupOracle = {
  readonly id: string
  readonly weight: string
  readonly score: Q | null
  readonly ballots: number
}

/** Rules 2 and 11. */
export function groupScores(file: EvaluationFile, component: BallotComponentFile, person: string): GroupOracle[] {
  const [first] = component.indicators
  return component.groups.map(({ id, weight }) => {
    const scores = component.indicators.map(indicator => ({
      weight: indicator.weight,
      score: indicatorScore(rowsFor(file, person, id, indicator.id), component),
    }))
    const ballots = rowsFor(file, person, id, first?.id ?? '').reduce(
      (sum, row) => sum + Object.values(row.marks).reduce((a, b) => a + b, 0) + row.abstain + row.invalid,
      0,
    )
    return { id, weight, score: weighted(scores).score, ballots }
  })
}

/** Rule 8's `excellentRate`. */
export function excellentShare(file: EvaluationFile, component: BallotComponentFile, person: string): Q | null {
  if (component.scale.kind !== 'grades') return null
  const rows = component.groups.flatMap(group => rowsFor(file, person, group.id, component.indicators[0]?.id ?? ''))
  const withPoints = component.scale.options.filter(option => option.points !== undefined)
  const marks = withPoints.reduce((sum, option) => sum + count(rows, option.id), 0)
  return marks === 0 ? null : q(count(rows, component.scale.options[0]?.id ?? ''), marks)
}

/** Rule 9's satisfied marks and all marks with points; null where the scale has no `satisfied` option. */
export function satisfaction(
  file: EvaluationFile,
  component: BallotComponentFile,
  person: string,
): { readonly satisfied: number; readonly all: number } | null {
  const { scale } = component
  if (scale.kind !== 'grades' || !scale.options.some(option => option.satisfied)) return null
  const rows = component.groups.flatMap(group =>
    component.indicators.flatMap(indicator => rowsFor(file, person, group.id, indicator.id)),
  )
  const sum = (options: typeof scale.options) => options.reduce((number, option) => number + count(rows, option.id), 0)
  const withPoints = scale.options.filter(option => option.points !== undefined)
  return { satisfied: sum(withPoints.filter(option => option.satisfied)), all: sum(withPoints) }
}

/** Rule 10. */
export function rates(
  file: EvaluationFile,
  component: BallotComponentFile,
  person: InstructorFile,
): Record<string, string> | null {
  const { scale } = component
  if (scale.kind !== 'grades') return null
  const rows = component.groups.flatMap(group => rowsFor(file, person.id, group.id, component.indicators[0]?.id ?? ''))
  const groups = (file.meetings ?? []).flatMap(meeting => meeting.groups)
  const options = scale.options.map(option => ({ id: option.id, number: count(rows, option.id) }))
  const marks = options.reduce((sum, option) => sum + option.number, 0)
  const invalid = rows.reduce((sum, row) => sum + row.invalid, 0)
  const none = invalid + groups.reduce((sum, group) => sum + group.void, 0)
  const expected = groups.reduce((sum, group) => sum + group.expected, 0)
  const peers = component.groups.some(group => group.peers && groups.some(each => each.id === group.id))
  const seats = expected - (peers && person.kind === 'full-time' ? 1 : 0)
  const [abstain, empty] =
    file.scheme.rateDenominator === 'valid'
      ? [0, 0]
      : file.scheme.rateDenominator === 'returned'
        ? [rows.reduce((sum, row) => sum + row.abstain, 0), none]
        : // Where more voted than were expected (which the document leaves open) nobody is left to abstain.
          [Math.max(0, seats - marks - none), none]
  return largestRemainder([...options, { id: 'abstain', number: abstain }, { id: 'void', number: empty }])
}

function largestRemainder(parts: readonly { readonly id: string; readonly number: number }[]) {
  const all = parts.reduce((sum, part) => sum + part.number, 0)
  if (all === 0) return null
  const tenths = parts.map(part => Math.floor((part.number * 1000) / all))
  const rest = parts.map(part => (part.number * 1000) % all)
  let missing = 1000 - tenths.reduce((a, b) => a + b, 0)
  while (missing > 0) {
    const largest = rest.indexOf(Math.max(...rest))
    tenths[largest] = (tenths[largest] ?? 0) + 1
    rest[largest] = -1
    missing -= 1
  }
  return Object.fromEntries(parts.map((part, index) => [part.id, print1(tenths[index] ?? 0)]))
}

const print1 = (tenths: number): string => `${Math.floor(tenths / 10)}.${tenths % 10}`
