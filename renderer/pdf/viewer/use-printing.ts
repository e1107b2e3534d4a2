import { useCallback, useRef, useState } from 'react'
import { tellFailure } from '#renderer/components/tell.tsx'
import { useHost } from '#renderer/host/use-host.ts'
import { joinPdfs } from '#renderer/pdf/pdf-pages.ts'
import { printPdf } from '#renderer/pdf/print-pdf.ts'
import { VIEWER } from '#renderer/strings/viewer.ts'
import type { LoadedSheet } from './viewed-sheet.ts'

type Printing = { readonly done: number; readonly total: number }

/** Prints some of the sheets in one go: fetched, joined, handed to the system's dialog. */
export function usePrinting(load: (index: number) => Promise<LoadedSheet>) {
  const { capabilities } = useHost()
  // A host that hands PDFs to the system shows none itself, whatever its Chromium says of a viewer: its lock-down stops it.
  const ownViewer = navigator.pdfViewerEnabled && !capabilities.can.open
  const [printing, setPrinting] = useState<Printing | null>(null)
  const abort = useRef<AbortController | null>(null)
  const print = useCallback(
    async (indexes: readonly number[]) => {
      if (abort.current) return
      const own = new AbortController()
      abort.current = own
      try {
        const words = await printSheets(indexes, load, ownViewer, own.signal, setPrinting)
        if (words !== null) tellFailure(`${VIEWER.notPrinted}：${words}`)
      } finally {
        abort.current = null
        setPrinting(null)
      }
    },
    [load, ownViewer],
  )
  return { printing, print, stop: useCallback(() => abort.current?.abort(), []) }
}

/** Why nothing was printed, in words; null where it was, or was stopped. */
async function printSheets(
  indexes: readonly number[],
  load: (index: number) => Promise<LoadedSheet>,
  ownViewer: boolean,
  signal: AbortSignal,
  onProgress: (printing: Printing) => void,
): Promise<string | null> {
  const documents: Uint8Array<ArrayBuffer>[] = []
  for (const index of indexes) {
    onProgress({ done: documents.length, total: indexes.length })
    const loaded = await load(index)
    if (signal.aborted) return null
    if (!loaded.ok) return loaded.words
    documents.push(loaded.bytes)
  }
  const joined = await joinPdfs(documents)
  if (!joined.ok) return VIEWER.faults[joined.error]
  if (signal.aborted) return null
  const fault = await printPdf(joined.value, ownViewer, signal, (done, total) => onProgress({ done, total }))
  return fault === null ? null : VIEWER.faults[fault]
}
