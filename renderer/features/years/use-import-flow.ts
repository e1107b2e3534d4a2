import { useCallback, useState } from 'react'
import { useNavigate } from 'react-router'
import { fileBase64 } from '#renderer/components/file-base64.ts'
import { tellFailure, tellSuccess } from '#renderer/components/tell.tsx'
import { useDatabase } from '#renderer/db/hooks/use-database.ts'
import { loadEvaluation, saveEvaluation } from '#renderer/db/repositories/evaluation.ts'
import { useHost } from '#renderer/host/use-host.ts'
import { SAFETY } from '#renderer/strings/safety.ts'
import { ERROR_WORDS } from '#renderer/strings/trouble.ts'
import { YEARS } from '#renderer/strings/years.ts'
import type { Evaluation } from '#shared/domain/evaluation/evaluation.ts'
import { readEvaluation } from '#shared/domain/evaluation/read-evaluation.ts'
import type { Fault } from '#shared/lib/fault.ts'
import { isBackup } from './is-backup.ts'
import { readEvaluationBlob } from './read-evaluation-blob.ts'

/** Where an import stands: at rest, reading, or waiting for a person. */
export type ImportState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'reading' }
  | { readonly kind: 'faults'; readonly file: string; readonly faults: readonly Fault[] }
  | { readonly kind: 'passphrase'; readonly file: string; readonly base64: string; readonly wrong: boolean }
  | {
      readonly kind: 'replace'
      readonly existing: Evaluation
      readonly coming: Evaluation
      readonly sample: boolean
      /** Further years of the same backup. */
      readonly others: readonly Evaluation[]
    }

const IDLE: ImportState = { kind: 'idle' }

export type ImportFlow = {
  readonly state: ImportState
  readonly begin: (file: Blob, name: string, sample: boolean) => Promise<void>
  readonly unlock: (passphrase: string) => Promise<void>
  readonly replace: () => Promise<void>
  readonly close: () => void
}

/** One import at a time: read, check, ask, keep in one transaction, open. */
export function useImportFlow(): ImportFlow {
  const database = useDatabase()
  const { client } = useHost()
  const navigate = useNavigate()
  const [state, setState] = useState<ImportState>(IDLE)
  const close = useCallback(() => setState(IDLE), [])

  const keep = useCallback(
    async ([evaluation, ...others]: readonly Evaluation[], sample: boolean, replace: boolean): Promise<void> => {
      if (!evaluation) return
      const importedAt = new Date().toISOString()
      const saved = await saveEvaluation(database, evaluation, { sample, importedAt, replace }).catch(() => null)
      if (saved === null) {
        setState(IDLE)
        tellFailure(YEARS.importFailed.storage)
        return
      }
      if (!saved.ok) {
        const existing = await loadEvaluation(database, evaluation.year)
        if (existing) setState({ kind: 'replace', existing, coming: evaluation, sample, others })
        return
      }
      setState(IDLE)
      // Asked for only now that there is something to lose; Chromium may say no, and the mirror is the second copy.
      void navigator.storage?.persist?.()
      tellSuccess(YEARS.imported(evaluation.year, evaluation.instructors.length))
      if (others.length > 0) await keep(others, sample, false)
      else await navigate(`/${evaluation.year}`)
    },
    [database, navigate],
  )

  const openBackup = useCallback(
    async (name: string, base64: string, passphrase: string) => {
      const read = await client.request('backups.read', { base64, passphrase })
      if (!read.ok) {
        const { code } = read.error
        if (code === 'passphrase-needed' || code === 'wrong-passphrase')
          setState({ kind: 'passphrase', file: name, base64, wrong: code === 'wrong-passphrase' })
        else {
          setState(IDLE)
          tellFailure(ERROR_WORDS[code])
        }
        return
      }
      const years = read.data.evaluations.map(readEvaluation).flatMap(each => (each.ok ? [each.value] : []))
      tellSuccess(SAFETY.backup.read(years.length, read.data.attachments))
      await keep(
        years.toSorted((a, b) => a.year - b.year),
        false,
        false,
      )
    },
    [client, keep],
  )

  const begin = useCallback(
    async (file: Blob, name: string, sample: boolean) => {
      setState({ kind: 'reading' })
      try {
        if (await isBackup(file)) {
          const base64 = await fileBase64(file)
          if (base64 === null) throw new Error('the file cannot be read')
          await openBackup(name, base64, '')
          return
        }
        const read = await readEvaluationBlob(file)
        if (read.ok) await keep([read.value], sample, false)
        else setState({ kind: 'faults', file: name, faults: read.error })
      } catch {
        setState(IDLE)
        tellFailure(YEARS.importFailed.unreadable)
      }
    },
    [keep, openBackup],
  )

  const unlock = useCallback(
    async (passphrase: string) => {
      if (state.kind === 'passphrase') await openBackup(state.file, state.base64, passphrase)
    },
    [state, openBackup],
  )

  const replace = useCallback(async () => {
    if (state.kind === 'replace') await keep([state.coming, ...state.others], state.sample, true)
  }, [state, keep])

  return { state, begin, unlock, replace, close }
}
