import { useCallback, useRef, useState } from 'react'
import { tellFailure } from '#renderer/components/tell.tsx'
import { today } from '#renderer/components/today.ts'
import { useTellingChange } from '#renderer/editing/use-telling-change.ts'
import { useHost } from '#renderer/host/use-host.ts'
import { SCANS } from '#renderer/strings/scans.ts'
import { ERROR_WORDS } from '#renderer/strings/trouble.ts'
import type { SortedSheet } from '#shared/sheets/scans/sort-pages.ts'
import { attachedScans, type FilingFault, keepScans } from './file-scans.ts'
import type { ScanSession, ScanState } from './scan-session.ts'

type Filing = { readonly done: number; readonly total: number }

/** Files all sheets of the pile in one act that can be undone; until then nothing of the year changes. */
export function useFiling(session: ScanSession, state: ScanState, nameOf: (sheet: SortedSheet) => string) {
  const { client } = useHost()
  const change = useTellingChange()
  const [filing, setFiling] = useState<Filing | null>(null)
  const abort = useRef<AbortController | null>(null)
  const file = useCallback(
    async (sheets: readonly SortedSheet[]) => {
      if (abort.current) return
      abort.current = new AbortController()
      const { signal } = abort.current
      setFiling({ done: 0, total: sheets.length })
      try {
        const kept = await keepScans({
          client,
          state,
          sheets,
          nameOf,
          signal,
          onProgress: done => setFiling({ done, total: sheets.length }),
        })
        if (!kept.ok) {
          tellFailure(faultWords(kept.error))
          return
        }
        const filed = await change(SCANS.act(sheets.length), evaluation => ({
          ...evaluation,
          attached: attachedScans(evaluation.attached ?? [], kept.value, today()),
        }))
        if (filed) session.clear()
      } finally {
        abort.current = null
        setFiling(null)
      }
    },
    [client, change, session, state, nameOf],
  )
  return { filing, file, stop: useCallback(() => abort.current?.abort(), []) }
}

function faultWords(fault: FilingFault): string {
  if (fault === 'too-large') return SCANS.tooLarge
  if (fault === 'unreadable') return SCANS.unreadable
  if (fault === 'cancelled') return SCANS.cancelled
  return [ERROR_WORDS[fault.code], ...fault.details].join('\n')
}
