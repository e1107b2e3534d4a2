import { useEffect, useState } from 'react'
import { useYearData } from '#renderer/db/hooks/use-year-data.ts'
import { useHost } from '#renderer/host/use-host.ts'
import type { CallOutput } from '#shared/contract/contract.ts'
import type { ContractError } from '#shared/contract/reply.ts'
import type { Evaluation } from '#shared/domain/evaluation/evaluation.ts'

/** How long the check may wait for a quiet moment, in milliseconds. */
const WAIT = 1000

function idle(): Promise<void> {
  return new Promise(resolve => requestIdleCallback(() => resolve(), { timeout: WAIT }))
}

/** What the host says is missing; null while it looks. */
export type ArchiveCheck =
  | ({ readonly ok: true } & CallOutput<'archive.gaps'>)
  | { readonly ok: false; readonly error: ContractError }

/** What the year's archive would lack, asked anew whenever the year, or whether there is a fonds number, changes. */
export function useArchiveGaps(fonds: string): ArchiveCheck | null {
  const { client } = useHost()
  const { evaluation } = useYearData()
  const [check, setCheck] = useState<{ readonly of: Evaluation; readonly answer: ArchiveCheck } | null>(null)
  const given = fonds.trim() === '' ? '' : 'given'
  useEffect(() => {
    let stale = false
    const look = async () => {
      // A large year takes a while to be handed over: the page comes first, and what is done on it at once.
      await idle()
      if (stale) return
      const reply = await client.request('archive.gaps', { evaluation: JSON.stringify(evaluation), fonds: given })
      if (stale) return
      setCheck({ of: evaluation, answer: reply.ok ? { ok: true, ...reply.data } : { ok: false, error: reply.error } })
    }
    void look()
    return () => {
      stale = true
    }
  }, [client, evaluation, given])
  return check && check.of === evaluation ? check.answer : null
}
