import { openPdf, type PdfDocument, type PdfFault } from '#renderer/pdf/open-pdf.ts'
import { failure, type Result, success } from '#shared/lib/result.ts'

/** A file of scanned pages, open. */
export type ScanSource = {
  readonly file: File
  readonly pages: number
  /** A page (from 1) as a picture of about this many dots an inch. */
  readonly draw: (page: number, dpi: number) => Promise<OffscreenCanvas>
  /** These pages as a file of their own, what stands on them copied as it is; a photo is itself. */
  readonly take: (pages: readonly number[]) => Promise<Blob>
  /** The ending of what `take` gives, with its dot. */
  readonly ending: string
  readonly close: () => Promise<void>
}

const POINTS_AN_INCH = 72
/** A photo has no size on paper; A4's short side is taken for it. */
const A4_INCHES = 8.27
/** Larger pictures are shrunk: a plan at 600 dpi would take half a gigabyte. */
const MOST_DOTS = 40_000_000

/** Opens a PDF or a photo (JPEG, PNG). */
export async function openScan(file: File): Promise<Result<ScanSource, PdfFault>> {
  return /\.pdf$/i.test(file.name) ? openPdfScan(file) : openPhoto(file)
}

async function openPdfScan(file: File): Promise<Result<ScanSource, PdfFault>> {
  const opened = await openPdf(new Uint8Array(await file.arrayBuffer()))
  if (!opened.ok) return opened
  const document = opened.value
  return success({
    file,
    pages: document.numPages,
    draw: (page, dpi) => drawPage(document, page, dpi),
    take: async pages => {
      const taken = await document.extractPages(pages.map(page => ({ document: null, includePages: [page - 1] })))
      return new Blob([new Uint8Array(taken)], { type: 'application/pdf' })
    },
    ending: '.pdf',
    close: () => document.loadingTask.destroy(),
  })
}

async function drawPage(document: PdfDocument, number: number, dpi: number): Promise<OffscreenCanvas> {
  const page = await document.getPage(number)
  const full = page.getViewport({ scale: dpi / POINTS_AN_INCH })
  const shrink = Math.min(1, Math.sqrt(MOST_DOTS / (full.width * full.height)))
  const viewport = page.getViewport({ scale: (dpi / POINTS_AN_INCH) * shrink })
  const canvas = new OffscreenCanvas(Math.ceil(viewport.width), Math.ceil(viewport.height))
  const context = contextOf(canvas)
  // The library asks for a page's own canvas but draws on any context.
  await page.render({ canvas: null, canvasContext: context as unknown as CanvasRenderingContext2D, viewport }).promise
  page.cleanup()
  return canvas
}

async function openPhoto(file: File): Promise<Result<ScanSource, PdfFault>> {
  const bitmap = await createImageBitmap(file).catch(() => null)
  if (!bitmap) return failure('damaged')
  return success({
    file,
    pages: 1,
    draw: async (_, dpi) => {
      const scale = Math.min(1, (dpi * A4_INCHES) / Math.min(bitmap.width, bitmap.height))
      const canvas = new OffscreenCanvas(Math.ceil(bitmap.width * scale), Math.ceil(bitmap.height * scale))
      contextOf(canvas).drawImage(bitmap, 0, 0, canvas.width, canvas.height)
      return canvas
    },
    take: async () => file,
    ending: /\.[^.]+$/.exec(file.name)?.[0].toLowerCase() ?? '',
    close: async () => bitmap.close(),
  })
}

/** A white sheet to draw on. */
function contextOf(canvas: OffscreenCanvas): OffscreenCanvasRenderingContext2D {
  const context = canvas.getContext('2d', { alpha: false, willReadFrequently: true })
  if (!context) throw new Error('the page is too large to be drawn')
  context.fillStyle = '#fff'
  context.fillRect(0, 0, canvas.width, canvas.height)
  return context
}
