import { useLiveQuery } from 'dexie-react-hooks'
import { listYears } from '#renderer/db/repositories/years.ts'
import type { YearRow } from '#renderer/db/schema/rows.ts'
import { useDatabase } from './use-database.ts'

/** All years, the newest first, kept current; null while they are read. */
export function useYears(): readonly YearRow[] | null {
  const database = useDatabase()
  return useLiveQuery(() => listYears(database), [database]) ?? null
}
