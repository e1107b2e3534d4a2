import { useDeferredValue, useMemo, useState } from 'react'
import type { Evaluation } from '#shared/domain/evaluation/evaluation.ts'
import type { SchemeDraft } from '#shared/domain/scheme/design/draft.ts'
import type { Fault } from '#shared/lib/fault.ts'
import { type Trial, trialOf, tryScheme } from './try-scheme.ts'

export type TrialState = {
  /** The last figures that could be computed; null where there were none. */
  readonly trial: Trial | null
  /** What is wrong with the figures as they are typed now. */
  readonly faults: readonly Fault[]
}

/** The comparison for what is typed, worked out after the typing so that no key waits for it. */
export function useTrial(data: Evaluation | null, current: SchemeDraft, tried: SchemeDraft, lend: boolean): TrialState {
  const later = useDeferredValue(tried)
  // Today's side stands still while the other is pulled about.
  const now = useMemo(() => (data ? tryScheme(data, current, lend) : null), [data, current, lend])
  const result = useMemo(
    () => (data && now ? trialOf(now, tryScheme(data, later, lend)) : null),
    [data, now, later, lend],
  )
  const [last, setLast] = useState<{ readonly data: Evaluation; readonly trial: Trial } | null>(null)
  if (data && result?.ok && last?.trial !== result.value) setLast({ data, trial: result.value })
  if (!data || result === null) return { trial: null, faults: [] }
  if (result.ok) return { trial: result.value, faults: [] }
  return { trial: last?.data === data ? last.trial : null, faults: result.error }
}
