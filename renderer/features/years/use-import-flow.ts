import { useCallback, useState } from 'react'
import { useNavigate } from 'react-router'
import { tellFailure, tellSuccess } from '#renderer/components/tell.tsx'
import { useDatabase } from '#renderer/db/hooks/use-database.ts'
import { loadEvaluation, saveEvaluation } from '#renderer/db/repositories/evaluation.ts'
import { YEARS } from '#renderer/strings/years.ts'
import type { Evaluation } from '#shared/domain/evaluation/evaluation.ts'
import type { Fault } from '#shared/lib/fault.ts'
import { readEvaluationBlob } from './read-evaluation-blob.ts'

/** Where an import stands: at rest, reading, or waiting for a person. */
export type ImportState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'reading' }
  | { readonly kind: 'faults'; readonly file: string; readonly faults: readonly Fault[] }
  | { readonly kind: 'replace'; readonly existing: Evaluation; readonly coming: Evaluation; readonly sample: boolean }

const IDLE: ImportState = { kind: 'idle' }

export type ImportFlow = {
  readonly state: ImportState
  readonly begin: (file: Blob, name: string, sample: boolean) => Promise<void>
  readonly replace: () => Promise<void>
  readonly close: () => void
}

/** One import at a time: read, check, ask, keep in one transaction, open. */
export function useImportFlow(): ImportFlow {
  const database = useDatabase()
  const navigate = useNavigate()
  const [state, setState] = useState<ImportState>(IDLE)
  const close = useCallback(() => setState(IDLE), [])

  const keep = useCallback(
    async (evaluation: Evaluation, sample: boolean, replace: boolean) => {
      const importedAt = new Date().toISOString()
      const saved = await saveEvaluation(database, evaluation, { sample, importedAt, replace }).catch(() => null)
      if (saved === null) {
        setState(IDLE)
        tellFailure(YEARS.importFailed.storage)
        return
      }
      if (!saved.ok) {
        const existing = await loadEvaluation(database, evaluation.year)
        if (existing) setState({ kind: 'replace', existing, coming: evaluation, sample })
        return
      }
      setState(IDLE)
      // Asked for only now that there is something to lose; Chromium may say no, and the exported file is the backup.
      void navigator.storage?.persist?.()
      tellSuccess(YEARS.imported(evaluation.year, evaluation.instructors.length))
      await navigate(`/${evaluation.year}`)
    },
    [database, navigate],
  )

  const begin = useCallback(
    async (file: Blob, name: string, sample: boolean) => {
      setState({ kind: 'reading' })
      const read = await readEvaluationBlob(file).catch(() => null)
      if (read === null) {
        setState(IDLE)
        tellFailure(YEARS.importFailed.unreadable)
      } else if (read.ok) await keep(read.value, sample, false)
      else setState({ kind: 'faults', file: name, faults: read.error })
    },
    [keep],
  )

  const replace = useCallback(async () => {
    if (state.kind === 'replace') await keep(state.coming, state.sample, true)
  }, [state, keep])

  return { state, begin, replace, close }
}
