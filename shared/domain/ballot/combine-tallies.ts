import type { BallotComponent, Scale, Scheme } from '#shared/domain/scheme/scheme.ts'
import { canonicalDecimal } from '#shared/lib/canonical-decimal.ts'
import type { Meeting, Tally } from './meeting.ts'
import { meetingComponent } from './meeting-component.ts'

/** How often each mark was given, by option id or canonical points. Read by `countOf`. */
export type Marks = Readonly<Record<string, number>>

/** One indicator's counts of one group for one person, all meetings and rounds together. Keys of `marks` are canonical. */
export type Row = {
  readonly marks: Marks
  readonly abstain: number
  readonly invalid: number
  readonly self: number
}

export const EMPTY_ROW: Row = { marks: {}, abstain: 0, invalid: 0, self: 0 }

/** How often a mark was given; 0 for one that nobody gave, also where an option's id is a word like `constructor`. */
export function countOf(marks: Marks, key: string): number {
  const count: unknown = marks[key]
  return typeof count === 'number' ? count : 0
}

/** The counts of two rows together. */
export function addRows(a: Row, b: Row): Row {
  const marks = { ...a.marks }
  for (const [key, count] of Object.entries(b.marks)) marks[key] = countOf(marks, key) + count
  return { marks, abstain: a.abstain + b.abstain, invalid: a.invalid + b.invalid, self: a.self + b.self }
}

/** One component's rows of one person, by group id, then indicator id. */
export type PersonRows = ReadonlyMap<string, ReadonlyMap<string, Row>>

/**
 * Every person's rows of one ballot component, by instructor id: several meetings (halls, days) and rounds add up.
 * Source: SCORING.md "Several meetings".
 */
export function combineTallies(
  meetings: readonly Meeting[],
  scheme: Scheme,
  component: BallotComponent,
): ReadonlyMap<string, PersonRows> {
  const people = new Map<string, Map<string, Map<string, Row>>>()
  for (const meeting of meetings) {
    if (meetingComponent(meeting, scheme)?.id !== component.id) continue
    for (const tally of meeting.tallies) {
      const groups = people.get(tally.instructor) ?? new Map<string, Map<string, Row>>()
      const rows = groups.get(tally.group) ?? new Map<string, Row>()
      const row = rowOf(tally, component.scale)
      const before = rows.get(tally.indicator)
      rows.set(tally.indicator, before ? addRows(before, row) : row)
      groups.set(tally.group, rows)
      people.set(tally.instructor, groups)
    }
  }
  return people
}

/** One tally's counts as a row of its component. */
export function rowOf(
  { marks, abstain, invalid, self }: Pick<Tally, 'marks' | 'abstain' | 'invalid' | 'self'>,
  scale: Scale,
): Row {
  return { marks: scale.kind === 'grades' ? marks : canonicalMarks(marks), abstain, invalid, self }
}

function canonicalMarks(marks: Marks): Marks {
  return Object.fromEntries(Object.entries(marks).map(([points, count]) => [canonicalDecimal(points), count]))
}

/**
 * The ids of the component's groups whose ballots were counted into others wherever they voted (rule "small groups never
 * exist"): nothing of theirs is missing.
 */
export function mergedGroups(
  meetings: readonly Meeting[],
  scheme: Scheme,
  component: BallotComponent,
): ReadonlySet<string> {
  const groups = meetings
    .filter(meeting => meetingComponent(meeting, scheme)?.id === component.id)
    .flatMap(meeting => meeting.groups)
    .filter(group => group.returned > 0)
  const alone = new Set<string>(groups.flatMap(group => (group.mergedInto === undefined ? [group.id] : [])))
  return new Set(groups.flatMap(group => (alone.has(group.id) ? [] : [group.id])))
}
