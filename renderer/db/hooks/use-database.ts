import { createContext, useContext } from 'react'
import type { Database } from '#renderer/db/schema/database.ts'

export const DatabaseContext = createContext<Database | null>(null)

/** The database, for handing it to a repository. */
export function useDatabase(): Database {
  const database = useContext(DatabaseContext)
  if (!database) throw new Error('useDatabase outside of DatabaseContext')
  return database
}
