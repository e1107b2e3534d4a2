import { useEffect, useState } from 'react'
import { useYearData } from '#renderer/db/hooks/use-year-data.ts'
import { useHost } from '#renderer/host/use-host.ts'
import type { CallOutput } from '#shared/contract/contract.ts'
import type { ContractError } from '#shared/contract/reply.ts'
import type { Evaluation } from '#shared/domain/evaluation/evaluation.ts'
import { writeEvaluation } from '#shared/domain/evaluation/write-evaluation.ts'

export type Correction = CallOutput<'archive.correction'>

/** What the host says was corrected since; null while it looks. */
export type CorrectionAnswer =
  | { readonly ok: true; readonly correction: Correction }
  | { readonly ok: false; readonly error: ContractError }

type Known = { readonly of: Evaluation; readonly number: number; readonly answer: CorrectionAnswer }

/** What the year corrects of an archive (its number), asked anew whenever the year changes. */
export function useCorrection(number: number): CorrectionAnswer | null {
  const { client } = useHost()
  const { evaluation } = useYearData()
  const [known, setKnown] = useState<Known | null>(null)
  useEffect(() => {
    let stale = false
    const look = async () => {
      const reply = await client.request('archive.correction', { evaluation: writeEvaluation(evaluation), number })
      const answer: CorrectionAnswer = reply.ok
        ? { ok: true, correction: reply.data }
        : { ok: false, error: reply.error }
      if (!stale) setKnown({ of: evaluation, number, answer })
    }
    void look()
    return () => {
      stale = true
    }
  }, [client, evaluation, number])
  return known && known.of === evaluation && known.number === number ? known.answer : null
}
