import { liveQuery } from 'dexie'
import type { Database } from '#renderer/db/schema/database.ts'
import { type LoadedYear, loadYear } from './evaluation.ts'

type Committed = (loaded: LoadedYear) => void

const watchers = new WeakMap<Database, Set<Committed>>()

/** Tells this window's watchers of an edit of its own as it stands on the disk: they need not read it again. */
export function tellCommitted(database: Database, loaded: LoadedYear): void {
  for (const watcher of watchers.get(database) ?? []) watcher(loaded)
}

type Listener = {
  readonly next: (loaded: LoadedYear | null) => void
  readonly error: (error: unknown) => void
}

/**
 * Hears the year now and after every change, null where it is not here: an edit of this window as soon as it is committed,
 * another window's when it was read. Never an older state after a newer one, never the same twice. Returns how to stop.
 */
export function watchYear(database: Database, year: number, { next, error }: Listener): () => void {
  let turn = 0
  let toldTurn = 0
  let told: LoadedYear | null | undefined
  const tell = (of: number, loaded: LoadedYear | null) => {
    if (of < toldTurn) return
    toldTurn = of
    if (told !== undefined && isSame(told, loaded)) return
    told = loaded
    next(loaded)
  }
  const committed: Committed = loaded => {
    if (loaded.row.year !== year) return
    turn += 1
    tell(turn, loaded)
  }
  const all = watchers.get(database) ?? new Set()
  watchers.set(database, all.add(committed))
  const reading = liveQuery(async () => {
    // The database runs readings and edits one after the other: counted inside, they are in its order.
    let of = 0
    const loaded = await loadYear(database, year, () => {
      turn += 1
      of = turn
    })
    return { of, loaded }
  }).subscribe({ next: ({ of, loaded }) => tell(of, loaded), error })
  return () => {
    all.delete(committed)
    reading.unsubscribe()
  }
}

function isSame(a: LoadedYear | null, b: LoadedYear | null): boolean {
  if (a === null || b === null) return a === b
  return a.evaluation === b.evaluation && JSON.stringify(a.row) === JSON.stringify(b.row)
}
