import type { PdfFault } from '#renderer/pdf/open-pdf.ts'
import type { ReadPage } from '#renderer/pdf/scan/scan-page.ts'
import type { ScanSource } from '#renderer/pdf/scan/scan-source.ts'
import { type PageCode, readPageCode } from '#shared/sheets/paper/sheet-code.ts'
import type { Placement } from '#shared/sheets/scans/sort-pages.ts'

/** A page of the pile, with its picture's address. */
export type PilePage = {
  readonly key: string
  readonly source: number
  /** From 1 in its file. */
  readonly page: number
  readonly code: PageCode | null
  readonly picture: string
}

export type ScanState = {
  readonly sources: readonly ScanSource[]
  readonly pages: readonly PilePage[]
  readonly placed: ReadonlyMap<string, Placement>
  /** Files that could not be read. */
  readonly faults: readonly { readonly name: string; readonly fault: PdfFault | 'kind' }[]
  /** Pages that nobody read because reading was stopped. */
  readonly unread: number
  /** While pages are read. */
  readonly reading: { readonly done: number; readonly total: number; readonly file: string } | null
}

export type ScanSession = {
  readonly state: () => ScanState
  readonly subscribe: (listener: () => void) => () => void
  /** Reads more files into the pile; what cannot be read is told in `faults`. */
  readonly add: (files: readonly File[]) => Promise<void>
  /** Ends reading; what was read stays. */
  readonly stop: () => void
  readonly place: (keys: readonly string[], placement: Placement | null) => void
  readonly clear: () => void
}

const EMPTY: ScanState = { sources: [], pages: [], placed: new Map(), faults: [], unread: 0, reading: null }
const KINDS = /\.(pdf|jpe?g|png)$/i

const sessions = new Map<number, ScanSession>()

/** The pile of a year: it lives as long as the window, so that a look elsewhere loses nothing. */
export function scanSessionOf(year: number): ScanSession {
  const known = sessions.get(year)
  if (known) return known
  const session = createScanSession()
  sessions.set(year, session)
  return session
}

function createScanSession(): ScanSession {
  let state = EMPTY
  let reading: AbortController | null = null
  const listeners = new Set<() => void>()
  const become = (next: Partial<ScanState>) => {
    state = { ...state, ...next }
    for (const listener of listeners) listener()
  }
  const readSource = async (source: ScanSource, index: number, before: number, total: number, signal: AbortSignal) => {
    const { readPage } = await import('#renderer/pdf/scan/scan-page.ts')
    // A page that cannot be drawn is one without a code: a person sees that it is there.
    const read = (page: number): Promise<ReadPage> =>
      readPage(source, page, text => readPageCode(text) !== null).catch(() => ({ texts: [], thumbnail: new Blob() }))
    let ahead = read(1)
    for (let page = 1; page <= source.pages && !signal.aborted; page++) {
      become({ reading: { done: before + page - 1, total, file: source.file.name } })
      const own = ahead
      // While one page's codes are sought in the worker, the next one is drawn.
      if (page < source.pages) ahead = read(page + 1)
      const { texts, thumbnail } = await own
      if (signal.aborted) return
      const codes = texts.flatMap(text => readPageCode(text) ?? [])
      const [code = null] = codes
      const pile: PilePage = {
        key: `${index}-${page}`,
        source: index,
        page,
        // Two sheets on one glass: a person decides.
        code: codes.length === 1 ? code : null,
        picture: URL.createObjectURL(thumbnail),
      }
      become({ pages: [...state.pages, pile] })
    }
  }
  return {
    state: () => state,
    subscribe: listener => {
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
      }
    },
    add: async files => {
      if (reading) return
      const own = new AbortController()
      reading = own
      become({ reading: { done: 0, total: 0, file: '' } })
      try {
        const { openScan } = await import('#renderer/pdf/scan/scan-source.ts')
        const opened: { readonly source: ScanSource; readonly index: number }[] = []
        for (const file of files) {
          if (own.signal.aborted) break
          const scan = KINDS.test(file.name) ? await openScan(file) : null
          if (!scan?.ok) {
            become({ faults: [...state.faults, { name: file.name, fault: scan ? scan.error : 'kind' }] })
            continue
          }
          opened.push({ source: scan.value, index: state.sources.length })
          become({ sources: [...state.sources, scan.value] })
        }
        const total = opened.reduce((sum, { source }) => sum + source.pages, 0)
        const known = state.pages.length
        let before = 0
        for (const { source, index } of opened) {
          await readSource(source, index, before, total, own.signal)
          before += source.pages
        }
        become({ unread: state.unread + total - (state.pages.length - known) })
      } finally {
        reading = null
        become({ reading: null })
      }
    },
    stop: () => reading?.abort(),
    place: (keys, placement) => {
      const placed = new Map(state.placed)
      for (const key of keys) {
        if (placement === null) placed.delete(key)
        else placed.set(key, placement)
      }
      become({ placed })
    },
    clear: () => {
      reading?.abort()
      for (const page of state.pages) URL.revokeObjectURL(page.picture)
      for (const source of state.sources) void source.close()
      become(EMPTY)
    },
  }
}
