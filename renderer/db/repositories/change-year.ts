import type { Transaction } from 'dexie'
import type { Database } from '#renderer/db/schema/database.ts'
import type { YearRow } from '#renderer/db/schema/rows.ts'
import { checkChange, type EvaluationDraft } from '#shared/domain/evaluation/check-change.ts'
import type { Evaluation } from '#shared/domain/evaluation/evaluation.ts'
import type { Fault } from '#shared/lib/fault.ts'
import { failure, type Result, success } from '#shared/lib/result.ts'
import { OPERATOR, readSetting } from './settings.ts'
import { trimSoon } from './trim-log.ts'
import { tellCommitted } from './watch-year.ts'
import { readYear, remember, stamped, type Written, withBefore, writeDifference } from './year-rows.ts'

/** Why a change was not made. Nothing was written. */
export type ChangeRefusal =
  /** The year is not here any more (another window removed it). */
  | { readonly kind: 'gone' }
  /** The year is closed. */
  | { readonly kind: 'closed' }
  /** Another window changed the same thing meanwhile: look again. */
  | { readonly kind: 'conflict' }
  /** Decisions are only ever added (SCORING.md). */
  | { readonly kind: 'append-only' }
  | { readonly kind: 'nothing-to-undo' }
  /** Slips are printed for this meeting: what it votes on stands. */
  | { readonly kind: 'box-made' }
  /** Something was done after the act that should be taken back. */
  | { readonly kind: 'not-the-latest' }
  /** `wanted`: the year as the edit left it, for the names of the places. */
  | { readonly kind: 'faults'; readonly faults: readonly Fault[]; readonly wanted: EvaluationDraft }

/**
 * An edit: from the evaluation as it stands now to the one wanted, or 'conflict' where what the form began from is no
 * longer so. Leave what you do not change as the same object. Runs inside a transaction: nothing to await.
 */
export type Edit = (evaluation: Evaluation) => EvaluationDraft | 'conflict'

export type Act = {
  /** What is done, in Chinese, as the operations log shows it: 修改花名册：王××. Never a mark or a score of a ballot. */
  readonly what: string
  /** Whoever works at this computer, where it is left out. */
  readonly by?: string
  /** ISO 8601. */
  readonly at: string
}

/**
 * Makes one edit of a year in one transaction: read, edit, check, write what differs, log. The tables always hold an
 * evaluation that could be exported and read again.
 */
export function changeYear(
  database: Database,
  year: number,
  act: Act,
  edit: Edit,
): Promise<Result<Evaluation, ChangeRefusal>> {
  return inYear(database, year, act.by, async ({ transaction, row, by, current }) => {
    const wanted = edit(current)
    if (wanted === 'conflict') return failure({ kind: 'conflict' })
    if (current.closed && wanted.closed !== undefined) return failure({ kind: 'closed' })
    const checked = checkChange(current, wanted)
    if (!checked.ok) return failure({ kind: 'faults', faults: checked.error, wanted })
    if (!current.decisions.every((decision, index) => checked.value.decisions[index] === decision))
      return failure({ kind: 'append-only' })
    const { before, done } = write(database, transaction, row, current, checked.value)
    if (before.length === 0) return success(checked.value)
    const logged = database.operations.add({ year, ...act, by, before, undone: false })
    const [sequence] = await Promise.all([logged, done])
    transaction.on('complete', () => trimSoon(database, year, sequence))
    return success(checked.value)
  })
}

export type UndoTerms = {
  /** Only where this is the latest act. */
  readonly sequence?: number | undefined
  /** The meetings that have a box on this computer. */
  readonly boxes?: readonly string[]
}

/** What a plan's slips and ballots say, as one text; '' where there is no plan. */
function votedOn({ plans = [] }: Evaluation, id: string): string {
  const plan = plans.find(each => each.id === id)
  if (!plan) return ''
  const { groups, instructors, limits, voidRules } = plan
  return JSON.stringify([
    groups.map(({ id: group, slips, paper }) => [group, slips, paper]),
    instructors,
    limits,
    voidRules,
  ])
}

/**
 * Takes back the year's latest act that was not taken back yet; with `sequence`, only where that is the act meant.
 * Decisions stay: they are corrected by a new entry.
 */
export function undoLast(
  database: Database,
  year: number,
  act: Omit<Act, 'what'>,
  whatOf: (what: string) => string,
  { sequence, boxes = [] }: UndoTerms = {},
): Promise<Result<Evaluation, ChangeRefusal>> {
  return inYear(database, year, act.by, async ({ transaction, row, by, current }) => {
    const operation = await lastOperation(database, year)
    if (sequence !== undefined && operation?.sequence !== sequence) return failure({ kind: 'not-the-latest' })
    if (!operation?.before) return failure({ kind: 'nothing-to-undo' })
    if (operation.before.some(change => change.key === 'decisions')) return failure({ kind: 'append-only' })
    if (current.closed && !operation.before.some(change => change.key === 'closed')) return failure({ kind: 'closed' })
    const wanted = withBefore(current, operation.before)
    if (boxes.some(id => votedOn(current, id) !== votedOn(wanted, id))) return failure({ kind: 'box-made' })
    await write(database, transaction, row, current, wanted).done
    await database.operations.update(operation.sequence, { before: null, undone: true })
    await database.operations.add({ year, ...act, by, what: whatOf(operation.what), before: null, undone: true })
    return success(wanted)
  })
}

/** The act that `undoLast` would take back; undefined where there is none. */
export async function lastOperation(database: Database, year: number) {
  return await database.operations
    .where('[year+sequence]')
    .between([year, 0], [year, Number.MAX_SAFE_INTEGER])
    .reverse()
    .filter(operation => !operation.undone)
    .first()
}

type Reading = {
  readonly transaction: Transaction
  readonly row: YearRow
  readonly by: string
  readonly current: Evaluation
}

function inYear(
  database: Database,
  year: number,
  by: string | undefined,
  work: (reading: Reading) => Promise<Result<Evaluation, ChangeRefusal>>,
): Promise<Result<Evaluation, ChangeRefusal>> {
  return database.transaction('rw', database.tables, async transaction => {
    const [row, operator] = await Promise.all([database.years.get(year), by ?? readSetting(database, OPERATOR)])
    if (!row) return failure<ChangeRefusal>({ kind: 'gone' })
    return await work({ transaction, row, by: operator, current: await readYear(database, row) })
  })
}

type Writing = Pick<Written, 'before' | 'done'>

function write(
  database: Database,
  transaction: Transaction,
  row: YearRow,
  current: Evaluation,
  wanted: Evaluation,
): Writing {
  const { keys, before, done } = writeDifference(database, row.year, current, wanted)
  if (keys.length === 0) return { before, done }
  const stamps = stamped(row.stamps, keys)
  const after = { ...row, title: wanted.title, organiser: wanted.organiser, stamps }
  const headed = database.years.put(after)
  // Not before the commit: an aborted transaction must not be remembered, nor shown, as written.
  transaction.on('complete', () => {
    remember(database, stamps, wanted)
    tellCommitted(database, { row: after, evaluation: wanted })
  })
  return { before, done: Promise.all([done, headed]) }
}
