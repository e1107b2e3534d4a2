import { useState } from 'react'
import { tellFailure } from '#renderer/components/tell.tsx'
import { useHost } from '#renderer/host/use-host.ts'
import { SCANS } from '#renderer/strings/scans.ts'
import type { MadeArchive } from '#shared/contract/archive.ts'
import type { Evaluation } from '#shared/domain/evaluation/evaluation.ts'
import { readEvaluation } from '#shared/domain/evaluation/read-evaluation.ts'

/** What the pile is held against instead of the year as it is now. */
export type Against = {
  readonly archive: MadeArchive
  readonly evaluation: Evaluation
  /** In how many places the archive is not as it was made; null where it could not be checked. */
  readonly faults: number | null
}

/** The archive that the pile is held against, read and checked when it is chosen; null: the year. */
export function useAgainst(): {
  readonly against: Against | null
  readonly reading: boolean
  readonly choose: (archive: MadeArchive | null) => Promise<void>
} {
  const { client } = useHost()
  const [against, setAgainst] = useState<Against | null>(null)
  const [reading, setReading] = useState(false)
  const choose = async (archive: MadeArchive | null) => {
    if (!archive) return setAgainst(null)
    setReading(true)
    const { year, number } = archive
    const [read, verified] = await Promise.all([
      client.request('archive.read', { year, number }),
      client.request('archive.verify', { year, number }),
    ])
    setReading(false)
    const evaluation = read.ok ? readEvaluation(read.data.evaluation) : null
    if (!evaluation?.ok) return tellFailure(SCANS.against.unreadable(archive.name))
    setAgainst({ archive, evaluation: evaluation.value, faults: verified.ok ? verified.data.faults : null })
  }
  return { against, reading, choose }
}
