import { useLiveQuery } from 'dexie-react-hooks'
import { listRemoved } from '#renderer/db/repositories/removed.ts'
import type { RemovedRow } from '#renderer/db/schema/rows.ts'
import { useDatabase } from './use-database.ts'

/** Years that were removed or replaced, the latest first, kept current; null while they are read. */
export function useRemoved(): readonly RemovedRow[] | null {
  const database = useDatabase()
  return useLiveQuery(() => listRemoved(database), [database]) ?? null
}
