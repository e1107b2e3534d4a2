import { useDebouncedCallback } from '@mantine/hooks'
import { useCallback, useContext, useEffect, useState } from 'react'
import { useDatabase } from '#renderer/db/hooks/use-database.ts'
import { YearContext } from '#renderer/db/hooks/use-year-data.ts'
import { dropDraft, findDraft, keepDraft } from '#renderer/db/repositories/drafts.ts'

export type Draft<Value> = {
  /** `undefined` while the kept draft is looked for. */
  readonly value: Value | undefined
  readonly set: (value: Value) => void
  /** Whether the value is one that was left unsaved in an earlier window. */
  readonly recovered: boolean
  /** Forgets what was kept: it was saved, or is not wanted. */
  readonly drop: () => Promise<void>
}

/** How long typing rests before a form is kept: a crash costs less than two seconds of it. */
const KEEP_AFTER = 400

/**
 * What a form holds, kept while it is not saved: closing the window in mid-edit loses nothing. `initial` is what the form
 * begins from when nothing was left; `key` names the form within its year.
 */
export function useDraft<Value>(
  key: string,
  initial: Value,
  isValue: (value: unknown) => value is Value,
): Draft<Value> {
  const database = useDatabase()
  const state = useContext(YearContext)
  if (typeof state === 'string') throw new Error('a draft without a year')
  const { year } = state.row
  const [held, setHeld] = useState<{ readonly value: Value; readonly recovered: boolean } | undefined>()
  const keep = useDebouncedCallback(
    (value: Value) =>
      void keepDraft(database, { year, key, value, at: new Date().toISOString() }).catch(() => undefined),
    { delay: KEEP_AFTER, flushOnUnmount: true },
  )
  // biome-ignore lint/correctness/useExhaustiveDependencies: what a form begins from is read once
  useEffect(() => {
    let current = true
    findDraft(database, year, key)
      .catch(() => undefined)
      .then(draft => {
        if (!current) return
        const kept = draft?.value
        setHeld(
          kept !== undefined && isValue(kept) ? { value: kept, recovered: true } : { value: initial, recovered: false },
        )
      })
    return () => {
      current = false
    }
  }, [database, year, key])
  const set = useCallback(
    (value: Value) => {
      setHeld(before => ({ value, recovered: before?.recovered ?? false }))
      keep(value)
    },
    [keep],
  )
  const drop = useCallback(async () => {
    keep.cancel()
    await dropDraft(database, year, key)
  }, [database, year, key, keep])
  return { value: held?.value, recovered: held?.recovered ?? false, set, drop }
}
