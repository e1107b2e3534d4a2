import type { BallotRows } from '#shared/domain/ballot/cast/ballot-rows.ts'
import type { PaperRows } from './paper-ballot.ts'

/**
 * Where two entries of one paper ballot differ. `void`: one of them says that the whole is void. `self`: they name different
 * authors; both people's rows belong to it. `row`: one mark; `row` is its place in the ballot's rows.
 */
export type EntryDifference =
  | { readonly of: 'void'; readonly first: boolean; readonly second: boolean }
  | { readonly of: 'self'; readonly first: number | null; readonly second: number | null }
  | { readonly of: 'row'; readonly row: number; readonly first: number; readonly second: number }

/** Which of the two entries was found right. */
export type Choice = 1 | 2

/** Every difference of two entries of one ballot, in the order of the ballot. Source: FORMS.md "Key-in", entered twice. */
export function compareEntries(first: PaperRows, second: PaperRows, rowsPerPerson: number): EntryDifference[] {
  if (!first.rows || !second.rows)
    return first.rows || second.rows ? [{ of: 'void', first: !first.rows, second: !second.rows }] : []
  const differences: EntryDifference[] = []
  if (first.self !== second.self) differences.push({ of: 'self', first: first.self, second: second.self })
  const authors = first.self === second.self ? [] : [first.self, second.self]
  for (const [row, value] of first.rows.entries()) {
    const other = second.rows[row] ?? 0
    if (value !== other && !authors.includes(Math.floor(row / rowsPerPerson)))
      differences.push({ of: 'row', row, first: value, second: other })
  }
  return differences
}

/**
 * The ballot that two entries and the choices on their differences (in the order of `compareEntries`) give; `null` while one
 * is open. Rows null: void.
 */
export function settleEntries(
  first: PaperRows,
  second: PaperRows,
  rowsPerPerson: number,
  choices: readonly (Choice | null)[],
): { readonly rows: BallotRows | null } | null {
  const differences = compareEntries(first, second, rowsPerPerson)
  if (differences.some((_, index) => !choices[index])) return null
  const [only] = differences
  if (!first.rows || !second.rows) {
    const right = only && choices[0] === 2 ? second : first
    return { rows: right.rows }
  }
  const rows = first.rows.slice()
  for (const [index, difference] of differences.entries()) {
    if (choices[index] !== 2) continue
    if (difference.of === 'row') rows[difference.row] = difference.second
    if (difference.of === 'self')
      for (const person of [difference.first, difference.second]) {
        if (person === null) continue
        const own = person * rowsPerPerson
        rows.set(second.rows.subarray(own, own + rowsPerPerson), own)
      }
  }
  return { rows }
}
