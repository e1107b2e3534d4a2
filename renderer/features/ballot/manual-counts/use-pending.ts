import { useCallback, useRef } from 'react'
import { useDraft } from '#renderer/editing/use-draft.ts'
import type { Pending } from './count-rows.ts'

const NOTHING: Pending = {}

/** Rows that do not balance yet: kept as typed, also over a closed window, outside of the year until they do. */
export function usePending(meeting: string) {
  const draft = useDraft(`counts:${meeting}`, NOTHING, isPending)
  const latest = useRef(NOTHING)
  const seen = useRef<Pending | undefined>(undefined)
  if (draft.value !== undefined && draft.value !== seen.current) {
    seen.current = draft.value
    latest.current = draft.value
  }
  const { set } = draft
  /** Sees the newest rows also between two drawings of the page. */
  const update = useCallback(
    (change: (pending: Pending) => Pending) => {
      latest.current = change(latest.current)
      set(latest.current)
    },
    [set],
  )
  return { pending: draft.value, update, drop: draft.drop }
}

function isPending(value: unknown): value is Pending {
  return (
    typeof value === 'object' &&
    value !== null &&
    Object.values(value).every(
      cells =>
        typeof cells === 'object' && cells !== null && Object.values(cells).every(text => typeof text === 'string'),
    )
  )
}
