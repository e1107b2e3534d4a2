import { Loader, Modal, Text } from '@mantine/core'
import { useElementSize } from '@mantine/hooks'
import { type KeyboardEvent, useEffect, useState } from 'react'
import { PageCanvas } from '#renderer/pdf/page-canvas.tsx'
import { VIEWER } from '#renderer/strings/viewer.ts'
import classes from './pdf-viewer.module.css'
import { SheetList } from './sheet-list.tsx'
import { useDocuments } from './use-documents.ts'
import { usePrinting } from './use-printing.ts'
import type { LoadedSheet, ViewedSheet } from './viewed-sheet.ts'
import { ViewerBar } from './viewer-bar.tsx'
import { shownWidth, type Zoom, zoomStep } from './zoom.ts'

type PdfViewerProps = {
  readonly sheets: readonly ViewedSheet[]
  readonly first?: number
  /** The same function as long as the sheets are the same. */
  readonly load: (index: number) => Promise<LoadedSheet>
  readonly onClose: () => void
}

/** Where the reader stands; page 0 is the last one of the sheet, whose number is not known before it is opened. */
type Place = { readonly sheet: number; readonly page: number }

/** Around the page, in pixels, as in the style sheet; a scroll bar fits in as well. */
const MARGIN = 18

/** Pages of many documents, one in sight: PgUp and PgDn go from page to page through all of them. */
export function PdfViewer({ sheets, first = 0, load, onClose }: PdfViewerProps) {
  const [place, setPlace] = useState<Place>({ sheet: first, page: 1 })
  const [zoom, setZoom] = useState<Zoom>('page')
  const documents = useDocuments(sheets.length, place.sheet, load)
  const { ref, width, height } = useElementSize<HTMLDivElement>()
  const { printing, print, stop } = usePrinting(load)
  const opened = documents.get(place.sheet)
  const pages = opened?.ok ? opened.document.numPages : 0
  const page = place.page === 0 ? pages : Math.min(place.page, Math.max(pages, 1))
  const size = usePageSize(opened?.ok ? opened.document : null, page)
  const shown =
    size && width > 0 ? shownWidth(zoom, size, { width: width - 2 * MARGIN, height: height - 2 * MARGIN }) : null
  const sheet = sheets[place.sheet]

  const turn = (by: 1 | -1) => {
    if (by === 1 && page < pages) setPlace({ sheet: place.sheet, page: page + 1 })
    else if (by === -1 && page > 1) setPlace({ sheet: place.sheet, page: page - 1 })
    else if (by === 1 && place.sheet + 1 < sheets.length) setPlace({ sheet: place.sheet + 1, page: 1 })
    else if (by === -1 && place.sheet > 0) setPlace({ sheet: place.sheet - 1, page: 0 })
  }
  const zoomTo = (to: 'in' | 'out' | 'page' | 'width') => {
    if (to === 'page' || to === 'width') setZoom(to)
    else if (size && shown !== null) setZoom(zoomStep(shown, size, to === 'in' ? 1 : -1))
  }
  const printOne = () => void print([place.sheet])
  const onKeyDown = (event: KeyboardEvent) => {
    const act = actOf(event)
    if (act === null) return
    event.preventDefault()
    if (act === 'print') printOne()
    else if (act === 'next' || act === 'previous') turn(act === 'next' ? 1 : -1)
    else if (act === 'first') setPlace({ sheet: 0, page: 1 })
    else if (act === 'last') setPlace({ sheet: sheets.length - 1, page: 0 })
    else zoomTo(act)
  }
  return (
    <Modal
      opened
      fullScreen
      onClose={onClose}
      withCloseButton={false}
      padding={0}
      transitionProps={{ duration: 0 }}
      aria-label={VIEWER.label}
      onKeyDown={onKeyDown}
      data-viewer
    >
      <div className={classes['viewer']}>
        <ViewerBar
          name={sheet ? `${sheet.title}　${sheet.about}` : ''}
          sheet={place.sheet + 1}
          sheets={sheets.length}
          page={page}
          pages={pages}
          zoom={size && shown !== null ? shown / (size.width * (96 / 72)) : null}
          printing={printing}
          onTurn={turn}
          onZoom={zoomTo}
          onPrintOne={printOne}
          onPrintAll={() => void print(sheets.map((_, index) => index))}
          onStop={stop}
          onClose={onClose}
        />
        <SheetList
          sheets={sheets}
          current={place.sheet}
          page={page}
          opened={opened}
          onChoose={(to, number) => setPlace({ sheet: to, page: number })}
        />
        <div ref={ref} className={classes['stage']} data-autofocus tabIndex={-1}>
          {opened?.ok === false && <Text>{opened.words}</Text>}
          {opened === undefined && <Loader aria-label={VIEWER.laying} />}
          {opened?.ok && shown !== null && (
            <PageCanvas
              key={place.sheet}
              document={opened.document}
              page={page}
              width={shown}
              label={VIEWER.page(page, pages)}
            />
          )}
        </div>
      </div>
    </Modal>
  )
}

type Act = 'next' | 'previous' | 'first' | 'last' | 'in' | 'out' | 'page' | 'print'

const ACTS: Readonly<Record<string, Act>> = {
  PageDown: 'next',
  PageUp: 'previous',
  Home: 'first',
  End: 'last',
  '+': 'in',
  '=': 'in',
  '-': 'out',
  '0': 'page',
}

function actOf(event: KeyboardEvent): Act | null {
  if (event.ctrlKey || event.metaKey) return event.key === 'p' ? 'print' : null
  return ACTS[event.key] ?? null
}

type PageSize = { readonly width: number; readonly height: number }

/** A page's size in points; null while it is not known. */
function usePageSize(document: import('#renderer/pdf/open-pdf.ts').PdfDocument | null, page: number): PageSize | null {
  const [known, setKnown] = useState<{
    readonly document: unknown
    readonly page: number
    readonly size: PageSize
  } | null>(null)
  useEffect(() => {
    if (!document || page < 1) return
    let stale = false
    document.getPage(page).then(
      proxy => {
        const { width, height } = proxy.getViewport({ scale: 1 })
        if (!stale) setKnown({ document, page, size: { width, height } })
      },
      () => undefined,
    )
    return () => {
      stale = true
    }
  }, [document, page])
  // The page before stands in until the next one's size is known, so that nothing jumps.
  return known && known.document === document ? known.size : null
}
