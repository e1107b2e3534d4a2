import { useLiveQuery } from 'dexie-react-hooks'
import { useState } from 'react'
import { useDatabase } from '#renderer/db/hooks/use-database.ts'
import { OPERATOR, readSetting } from '#renderer/db/repositories/settings.ts'

/** Who does something to the scheme, when, why, and by which minutes, as it is typed. */
export type Deed = { readonly by: string; readonly date: string; readonly reason: string; readonly minute: string }

/** The fields of an act on the scheme: today, by whoever works at this computer until somebody else is named. */
export function useDeed(): readonly [Deed, (change: Partial<Deed>) => void] {
  const database = useDatabase()
  const operator = useLiveQuery(() => readSetting(database, OPERATOR), [database]) ?? ''
  const [typed, setTyped] = useState<Partial<Deed>>({})
  const deed = { by: operator, date: today(), reason: '', minute: '', ...typed }
  return [deed, change => setTyped(before => ({ ...before, ...change }))]
}

/** The calendar day where this computer stands: `2026-12-10`. */
function today(): string {
  const now = new Date()
  const two = (value: number) => String(value).padStart(2, '0')
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
}
