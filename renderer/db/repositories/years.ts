import { liveQuery } from 'dexie'
import type { Database } from '#renderer/db/schema/database.ts'
import type { YearRow } from '#renderer/db/schema/rows.ts'

/** All years kept here, the newest first. */
export function listYears(database: Database): Promise<YearRow[]> {
  return database.years.orderBy('year').reverse().toArray()
}

export async function findYear(database: Database, year: number): Promise<YearRow | null> {
  return (await database.years.get(year)) ?? null
}

/** Hears all years now and after every change of one, also in another window. Returns how to stop. */
export function watchYears(database: Database, listener: (years: readonly YearRow[]) => void): () => void {
  const watching = liveQuery(() => listYears(database)).subscribe({ next: listener })
  return () => watching.unsubscribe()
}
