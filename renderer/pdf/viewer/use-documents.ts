import { useCallback, useEffect, useRef, useState } from 'react'
import { openPdf, type PdfDocument } from '#renderer/pdf/open-pdf.ts'
import { VIEWER } from '#renderer/strings/viewer.ts'
import type { LoadedSheet } from './viewed-sheet.ts'

/** An opened document, or why it cannot be shown. */
export type OpenedSheet =
  | { readonly ok: true; readonly document: PdfDocument }
  | { readonly ok: false; readonly words: string }

/** How many documents stay open beside the one in sight: turning back is at once, memory stays small. */
const KEPT = 6

/**
 * The documents by index, opened when they are asked for, the next one before it is; `undefined` while one is opened.
 * Closed when nobody looks any more.
 */
export function useDocuments(
  count: number,
  current: number,
  load: (index: number) => Promise<LoadedSheet>,
): ReadonlyMap<number, OpenedSheet> {
  const [opened, setOpened] = useState<ReadonlyMap<number, OpenedSheet>>(new Map())
  const asked = useRef(new Map<number, Promise<void>>())
  const kept = useRef(new Map<number, OpenedSheet>())
  const gone = useRef(false)
  const show = useCallback(() => {
    if (!gone.current) setOpened(new Map(kept.current))
  }, [])
  useEffect(() => {
    const ask = (index: number): Promise<void> => {
      const known = asked.current.get(index)
      if (known) return known
      const work = openSheet(load, index).then(sheet => {
        if (gone.current) {
          close(sheet)
          return
        }
        kept.current.set(index, sheet)
        show()
      })
      asked.current.set(index, work)
      return work
    }
    let stale = false
    void ask(current).then(() => {
      if (!stale && current + 1 < count) void ask(current + 1)
    })
    for (const [index, sheet] of kept.current) {
      if (kept.current.size <= KEPT) break
      if (index === current || index === current + 1) continue
      kept.current.delete(index)
      asked.current.delete(index)
      close(sheet)
    }
    return () => {
      stale = true
    }
  }, [count, current, load, show])
  useEffect(() => {
    gone.current = false
    const own = kept.current
    return () => {
      gone.current = true
      for (const sheet of own.values()) close(sheet)
      own.clear()
      asked.current.clear()
    }
  }, [])
  return opened
}

async function openSheet(load: (index: number) => Promise<LoadedSheet>, index: number): Promise<OpenedSheet> {
  const loaded = await load(index)
  if (!loaded.ok) return loaded
  const document = await openPdf(loaded.bytes)
  return document.ok ? { ok: true, document: document.value } : { ok: false, words: VIEWER.faults[document.error] }
}

function close(sheet: OpenedSheet): void {
  if (sheet.ok) void sheet.document.loadingTask.destroy()
}
