import type { Table } from 'dexie'
import type { Database } from '#renderer/db/schema/database.ts'
import type { KeyBefore, YearRow } from '#renderer/db/schema/rows.ts'
import { EVALUATION_KEYS } from '#shared/domain/evaluation/check-change.ts'
import { EVALUATION_FORMAT, EVALUATION_VERSION, type Evaluation } from '#shared/domain/evaluation/evaluation.ts'

// How a year's evaluation lies in the tables, and the one place that reads and writes it: lists record by record, every
// other key whole. Only inside a transaction.

type Positioned = { readonly year: number; readonly position: number; readonly record: unknown }
type ListTable = Table<Positioned, [number, number]>

/** In the year's own row. */
const HEAD_KEYS: ReadonlySet<string> = new Set(['format', 'version', 'year', 'title', 'organiser'])

function listTable(database: Database, key: string): ListTable | null {
  const tables: Readonly<Record<string, unknown>> = {
    instructors: database.instructors,
    self: database.selfs,
    meetings: database.meetings,
    ratings: database.ratings,
    decisions: database.decisions,
  }
  // Each holds its own kind of record; here they are only moved.
  return (tables[key] as ListTable | undefined) ?? null
}

type Kept = { readonly stamps: YearRow['stamps']; readonly evaluation: Evaluation }

const keptOf = new WeakMap<Database, Map<number, Kept>>()

/** Keeps what was read or written, so that the next read fetches only what has changed since. */
export function remember(database: Database, stamps: YearRow['stamps'], evaluation: Evaluation): void {
  const kept = keptOf.get(database) ?? new Map<number, Kept>()
  keptOf.set(database, kept.set(evaluation.year, { stamps, evaluation }))
}

/** The year as it lies in the tables; unchanged keys are the very same objects as at the last reading. */
export async function readYear(database: Database, row: YearRow): Promise<Evaluation> {
  const kept = keptOf.get(database)?.get(row.year)
  const read: Record<string, unknown> = {
    format: EVALUATION_FORMAT,
    version: EVALUATION_VERSION,
    year: row.year,
    title: row.title,
    organiser: row.organiser,
  }
  let changed = kept === undefined
  const parts = new Map<string, unknown>()
  const stale = (key: string) => kept === undefined || kept.stamps[key] !== row.stamps[key]
  if (EVALUATION_KEYS.some(key => !HEAD_KEYS.has(key) && !listTable(database, key) && stale(key)))
    for (const part of await database.parts.where('[year+key]').between([row.year, ''], [row.year, '\uffff']).toArray())
      parts.set(part.key, part.value)
  for (const key of EVALUATION_KEYS) {
    if (HEAD_KEYS.has(key)) {
      changed ||= kept?.evaluation[key] !== read[key]
      continue
    }
    if (!stale(key)) {
      if (kept && key in kept.evaluation) read[key] = kept.evaluation[key]
      continue
    }
    changed = true
    const table = listTable(database, key)
    if (table) read[key] = (await ofYear(table, row.year).toArray()).map(each => each.record)
    else if (parts.has(key)) read[key] = parts.get(key)
  }
  if (kept && !changed) return kept.evaluation
  // Only checked evaluations are ever written.
  const evaluation = inFileOrder(read) as Evaluation
  remember(database, row.stamps, evaluation)
  return evaluation
}

function inFileOrder(evaluation: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(EVALUATION_KEYS.flatMap(key => (key in evaluation ? [[key, evaluation[key]]] : [])))
}

export type Written = {
  readonly keys: readonly string[]
  readonly before: readonly KeyBefore[]
  /** Await it: the writes are asked for together, each in its turn. */
  readonly done: Promise<unknown>
}

/**
 * Brings the tables from `before` to `after` (null: no year), touching only what differs by identity. Returns the keys
 * that change with what they held, for undoing. The year's own row is the caller's.
 */
export function writeDifference(
  database: Database,
  year: number,
  before: Evaluation | null,
  after: Evaluation | null,
): Written {
  const changes: KeyBefore[] = []
  const writes: PromiseLike<unknown>[] = []
  for (const key of EVALUATION_KEYS) {
    if (before?.[key] === after?.[key] || key === 'year') continue
    const table = listTable(database, key)
    if (table) {
      const { change, gone, put } = listChange(year, key, listOf(before, key), listOf(after, key))
      changes.push(change)
      // First out, then in: a record that moves up would otherwise meet itself in the unique index.
      if (gone.length > 0) writes.push(table.bulkDelete(gone))
      if (put.length > 0) writes.push(table.bulkAdd(put))
    } else {
      changes.push({ key, value: before?.[key] })
      if (HEAD_KEYS.has(key)) continue
      const value = after?.[key]
      writes.push(value === undefined ? database.parts.delete([year, key]) : database.parts.put({ year, key, value }))
    }
  }
  return { keys: changes.map(change => change.key), before: changes, done: Promise.all(writes) }
}

type ListChange = {
  readonly change: KeyBefore
  readonly gone: [number, number][]
  readonly put: Positioned[]
}

function listChange(year: number, key: string, before: readonly unknown[], after: readonly unknown[]): ListChange {
  const records: { position: number; record: unknown }[] = []
  const gone: [number, number][] = []
  const put: Positioned[] = []
  for (let position = 0; position < Math.max(before.length, after.length); position += 1) {
    if (before[position] === after[position]) continue
    if (position < before.length) {
      records.push({ position, record: before[position] })
      gone.push([year, position])
    }
    if (position < after.length) put.push({ year, position, record: after[position] })
  }
  return { change: { key, length: before.length, records }, gone, put }
}

/** What an evaluation was before the acts whose changes are given. */
export function withBefore(evaluation: Evaluation, changes: readonly KeyBefore[]): Evaluation {
  const result: Record<string, unknown> = { ...evaluation }
  for (const change of changes) {
    if ('records' in change) {
      const list = listOf(evaluation, change.key as keyof Evaluation).slice(0, change.length)
      for (const { position, record } of change.records) list[position] = record
      result[change.key] = list
    } else if (change.value === undefined) delete result[change.key]
    else result[change.key] = change.value
  }
  // It was an evaluation once.
  return inFileOrder(result) as Evaluation
}

function listOf(evaluation: Evaluation | null, key: keyof Evaluation): unknown[] {
  const value: unknown = evaluation?.[key]
  return Array.isArray(value) ? [...value] : []
}

function ofYear(table: ListTable, year: number) {
  return table.where('[year+position]').between([year, 0], [year, Number.MAX_SAFE_INTEGER], true, true)
}

/** The year's stamps after some of its keys were written. */
export function stamped(stamps: YearRow['stamps'], keys: readonly string[]): YearRow['stamps'] {
  const stamp = crypto.randomUUID()
  return { ...stamps, ...Object.fromEntries(keys.map(key => [key, stamp])) }
}
