import type { MeetingSetUp } from '#shared/domain/ballot/set-up/meeting-set-up.ts'
import type { Scale } from '#shared/domain/scheme/scheme.ts'
import { rational } from '#shared/lib/rational.ts'
import { failure, type Result, success } from '#shared/lib/result.ts'
import type { BoxCounts, BoxTally } from './box-counts.ts'
import { mergeGroups } from './merge-groups.ts'

/**
 * One counter's totals of one group's paper ballots, called out and ticked (唱票, 正). They never touch the urn: totals are no
 * ballots. `rows` by instructor and indicator; a row left out counts nothing.
 */
export type HandCount = {
  readonly group: string
  /** 收回 of paper ballots, void ones included. */
  readonly returned: number
  readonly void: number
  readonly rows: readonly HandRow[]
}
export type HandRow = {
  readonly instructor: string
  readonly indicator: string
  readonly marks: Readonly<Record<string, number>>
  readonly abstain: number
  readonly invalid: number
  readonly self: number
}

/** Where two counters' totals differ; `of` names the mark, or what else was counted. */
export type HandDifference = {
  readonly instructor: string | null
  readonly indicator: string | null
  readonly of: string
  readonly first: number
  readonly second: number
}

/** Every figure on which two counters of one group differ; `instructor` null: the group's own numbers. Source: FORMS.md. */
export function compareHandCounts(first: HandCount, second: HandCount, setUp: MeetingSetUp): HandDifference[] {
  const own = (['returned', 'void'] as const).map(of => ({
    instructor: null,
    indicator: null,
    of,
    first: first[of],
    second: second[of],
  }))
  const rows = setUp.instructors.flatMap(({ id: instructor }) =>
    setUp.indicators.flatMap(({ id: indicator }) => {
      const [a, b] = [rowOf(first, instructor, indicator), rowOf(second, instructor, indicator)]
      const keys = new Set([...Object.keys(a.marks), ...Object.keys(b.marks)])
      return [
        ...[...keys].map(of => ({ of, first: a.marks[of] ?? 0, second: b.marks[of] ?? 0 })),
        ...(['abstain', 'invalid', 'self'] as const).map(of => ({ of, first: a[of], second: b[of] })),
      ].map(figures => ({ instructor, indicator, ...figures }))
    }),
  )
  return [...own, ...rows].filter(figures => figures.first !== figures.second)
}

/** Rows whose figures do not add up to the valid ballots: somebody lost a tick. */
export function handCountGaps(
  count: HandCount,
  setUp: MeetingSetUp,
): { readonly instructor: string; readonly indicator: string; readonly total: number; readonly valid: number }[] {
  const valid = count.returned - count.void
  return setUp.instructors.flatMap(({ id: instructor }) =>
    setUp.indicators.flatMap(({ id: indicator }) => {
      const row = rowOf(count, instructor, indicator)
      const marks = Object.values(row.marks).reduce((sum, each) => sum + each, 0)
      const total = marks + row.abstain + row.invalid + row.self
      return total === valid ? [] : [{ instructor, indicator, total, valid }]
    }),
  )
}

/** Why called-out totals cannot join the box's: a row does not add up, or the box's own ballots were too few to be counted. */
export type HandCountFault = 'does-not-reconcile' | 'box-uncounted'

/**
 * The counts of a meeting whose paper ballots were called out: the box's (null where there was no box), with the totals of
 * each group added to the pile that holds the group. Where the box counted nothing because nobody used a phone, the paper
 * groups are merged among themselves as the box would (`mergeGroups`). Printed are the box's slips alone.
 */
export function addHandCounts(
  setUp: MeetingSetUp,
  box: BoxCounts | null,
  hand: readonly HandCount[],
): Result<BoxCounts, HandCountFault> {
  if (hand.some(count => handCountGaps(count, setUp).length > 0)) return failure('does-not-reconcile')
  const boxValid = (box?.groups ?? []).reduce((sum, group) => sum + group.returned - group.void, 0)
  const counted = box !== null && box.tallies.length > 0
  if (!counted && boxValid > 0) return failure('box-uncounted')
  const of = (id: string) => hand.find(({ group }) => group === id)
  const merged = counted
    ? new Map(box.groups.flatMap(({ id, mergedInto }) => (mergedInto === undefined ? [] : [[id, mergedInto] as const])))
    : mergeGroups(
        setUp,
        setUp.groups.map(({ id }) => ({ id, valid: (of(id)?.returned ?? 0) - (of(id)?.void ?? 0) })),
      )
  const groups = setUp.groups.map(({ id, slips }) => {
    const own = box?.groups.find(group => group.id === id)
    const target = merged?.get(id)
    return {
      id,
      printed: own?.printed ?? slips,
      returned: (own?.returned ?? 0) + (of(id)?.returned ?? 0),
      void: (own?.void ?? 0) + (of(id)?.void ?? 0),
      ...(target === undefined ? {} : { mergedInto: target }),
    }
  })
  if (!merged) return success({ groups, tallies: [] })
  const heads = setUp.groups.filter(({ id }) => !merged.has(id))
  const tallies = heads.flatMap(head => {
    const counts = hand.filter(({ group }) => headOf(group, merged) === head.id)
    return setUp.instructors.flatMap(({ id: instructor }) =>
      setUp.indicators.map(({ id: indicator }): BoxTally => {
        const own = box?.tallies.find(
          row => row.group === head.id && row.instructor === instructor && row.indicator === indicator,
        )
        const rows = [...(own ? [own] : []), ...counts.map(count => rowOf(count, instructor, indicator))]
        const sum = (figure: 'abstain' | 'invalid' | 'self') => rows.reduce((total, row) => total + row[figure], 0)
        return {
          instructor,
          group: head.id,
          indicator,
          marks: addMarks(setUp.scale, rows),
          abstain: sum('abstain'),
          invalid: sum('invalid'),
          self: sum('self'),
        }
      }),
    )
  })
  return success({ groups, tallies })
}

function rowOf({ rows }: HandCount, instructor: string, indicator: string): HandRow {
  const row = rows.find(each => each.instructor === instructor && each.indicator === indicator)
  return row ?? { instructor, indicator, marks: {}, abstain: 0, invalid: 0, self: 0 }
}

function addMarks(scale: Scale, rows: readonly Pick<HandRow, 'marks'>[]): Record<string, number> {
  const marks = new Map<string, number>(scale.kind === 'grades' ? scale.options.map(({ id }) => [id, 0]) : [])
  for (const row of rows)
    for (const [key, count] of Object.entries(row.marks)) marks.set(key, (marks.get(key) ?? 0) + count)
  const entries = [...marks]
  if (scale.kind === 'points') entries.sort(([a], [b]) => rational(a).compare(rational(b)))
  return Object.fromEntries(entries.filter(([, count]) => scale.kind === 'grades' || count > 0))
}

function headOf(id: string, merged: ReadonlyMap<string, string>): string {
  let head = id
  for (let next = merged.get(head); next !== undefined; next = merged.get(head)) head = next
  return head
}
