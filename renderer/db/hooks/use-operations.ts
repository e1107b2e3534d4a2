import { useLiveQuery } from 'dexie-react-hooks'
import { listOperations } from '#renderer/db/repositories/operations.ts'
import type { OperationRow } from '#renderer/db/schema/rows.ts'
import { useDatabase } from './use-database.ts'
import { useYearData } from './use-year-data.ts'

/** The year's acts, the latest first, kept current; null while they are read. */
export function useOperations(): readonly OperationRow[] | null {
  const database = useDatabase()
  const { year } = useYearData().row
  return useLiveQuery(() => listOperations(database, year), [database, year]) ?? null
}
