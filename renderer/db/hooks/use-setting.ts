import { useLiveQuery } from 'dexie-react-hooks'
import { useCallback } from 'react'
import { readSetting, writeSetting } from '#renderer/db/repositories/settings.ts'
import { useDatabase } from './use-database.ts'

/** A setting of this computer, '' until it is read or where it was never set, and how to set it. */
export function useSetting(key: string): readonly [string, (value: string) => void] {
  const database = useDatabase()
  const value = useLiveQuery(() => readSetting(database, key), [database, key]) ?? ''
  const set = useCallback(
    // A setting that the disk refuses is asked for again next time.
    (wanted: string) => void writeSetting(database, key, wanted).catch(() => undefined),
    [database, key],
  )
  return [value, set]
}
