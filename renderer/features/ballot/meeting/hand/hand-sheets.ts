import {
  compareHandCounts,
  type HandCount,
  type HandDifference,
  type HandRow,
  handCountGaps,
} from '#shared/domain/ballot/count/hand-count.ts'
import { mergeGroups } from '#shared/domain/ballot/count/merge-groups.ts'
import { type CountCells, isBlank, readCells } from '#shared/domain/ballot/manual-counts/count-cells.ts'
import type { MeetingSetUp } from '#shared/domain/ballot/set-up/meeting-set-up.ts'
import type { BallotComponent } from '#shared/domain/scheme/scheme.ts'

// Called-out paper ballots (唱票): what two counters ticked, as it is typed in, and how far they are. Pure.

/** One counter's totals of one group as typed; rows by `rowKey`. */
export type HandSheet = {
  readonly returned: string
  readonly void: string
  readonly rows: Readonly<Record<string, CountCells>>
}

export const EMPTY_SHEET: HandSheet = { returned: '', void: '', rows: {} }

/** The two counters' sheets of one group. */
export type HandPair = readonly [HandSheet, HandSheet]

/** Ids hold no blank. */
export function rowKey(instructor: string, indicator: string): string {
  return `${instructor} ${indicator}`
}

/** How far a group is: still typed by a counter, typed by both and different, or agreed. */
export type HandState =
  | { readonly kind: 'typing' }
  | { readonly kind: 'differs'; readonly differences: readonly HandDifference[] }
  | { readonly kind: 'agreed'; readonly count: HandCount }

/** The ballots whose marks a sheet must account for in every row; null while its numbers do not say. */
export function validOf(sheet: HandSheet): number | null {
  const [returned, invalid] = [numberOf(sheet.returned), numberOf(sheet.void === '' ? '0' : sheet.void)]
  return returned === null || invalid === null || invalid > returned ? null : returned - invalid
}

/** A sheet whose every row adds up to its valid ballots; null while one does not. A group without paper ballots needs no rows. */
export function wholeSheet(
  sheet: HandSheet,
  group: string,
  setUp: MeetingSetUp,
  component: BallotComponent,
): HandCount | null {
  const valid = validOf(sheet)
  if (valid === null) return null
  const rows: HandRow[] = []
  for (const { id: instructor } of setUp.instructors)
    for (const { id: indicator } of setUp.indicators) {
      const cells = sheet.rows[rowKey(instructor, indicator)]
      if (!cells || isBlank(cells)) continue
      const counts = readCells(cells, component)
      if (!counts.ok) return null
      rows.push({ instructor, indicator, ...counts.value })
    }
  const returned = numberOf(sheet.returned) ?? 0
  const count: HandCount = { group, returned, void: returned - valid, rows }
  return handCountGaps(count, setUp).length === 0 ? count : null
}

/** Compares only when both are whole: neither counter sees the other's figures while typing. */
export function handState(
  [first, second]: HandPair,
  group: string,
  setUp: MeetingSetUp,
  component: BallotComponent,
): HandState {
  const a = wholeSheet(first, group, setUp, component)
  const b = wholeSheet(second, group, setUp, component)
  if (!a || !b) return { kind: 'typing' }
  const differences = compareHandCounts(a, b, setUp)
  return differences.length === 0 ? { kind: 'agreed', count: a } : { kind: 'differs', differences }
}

/**
 * Whether the box will count nothing because the phones' ballots are too few even together: called-out totals could not
 * be joined with them then (`box-uncounted`). Told before the opening; void ballots may make it so all the same.
 */
export function phonesTooFew(
  setUp: MeetingSetUp,
  returned: readonly { readonly id: string; readonly phones: number }[],
): boolean {
  const valid = returned.map(({ id, phones }) => ({ id, valid: phones }))
  return valid.some(group => group.valid > 0) && mergeGroups(setUp, valid) === null
}

function numberOf(text: string): number | null {
  return /^[0-9]{1,6}$/.test(text.trim()) ? Number(text) : null
}
