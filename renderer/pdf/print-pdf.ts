import { openPdf, type PdfFault } from './open-pdf.ts'
import classes from './print-pdf.module.css'

/** A laser printer's eye: finer is not seen on paper. */
const PRINT_DPI = 300
const POINTS_AN_INCH = 72

type Progress = (done: number, total: number) => void

/**
 * Prints a PDF by the system's own dialog: as the browser's viewer does where it has one (`ownViewer`), otherwise (Electron) page by
 * page as pictures. Resolves to why it cannot be printed, or null.
 */
export async function printPdf(
  bytes: Uint8Array<ArrayBuffer>,
  ownViewer: boolean,
  signal: AbortSignal,
  onProgress: Progress,
): Promise<PdfFault | null> {
  if (ownViewer) {
    printInFrame(bytes)
    return null
  }
  const opened = await openPdf(bytes.slice())
  if (!opened.ok) return opened.error
  const source = opened.value
  const paper = document.createElement('section')
  paper.className = classes['paper'] ?? ''
  try {
    for (let number = 1; number <= source.numPages && !signal.aborted; number++) {
      const page = await source.getPage(number)
      const viewport = page.getViewport({ scale: PRINT_DPI / POINTS_AN_INCH })
      const canvas = document.createElement('canvas')
      canvas.width = Math.ceil(viewport.width)
      canvas.height = Math.ceil(viewport.height)
      await page.render({ canvas, viewport, intent: 'print' }).promise
      const picture = await pictureOf(canvas)
      picture.className = (viewport.width > viewport.height ? classes['landscape'] : classes['portrait']) ?? ''
      paper.append(picture)
      canvas.width = 0
      page.cleanup()
      onProgress(number, source.numPages)
    }
    if (!signal.aborted) printPaper(paper)
    return null
  } finally {
    await source.loadingTask.destroy()
  }
}

let paperInHand: HTMLElement | null = null

/** The pictures stay until the dialog was answered, or the next are printed: not every shell says when it was. */
function printPaper(paper: HTMLElement): void {
  dropPaper()
  paperInHand = paper
  document.body.append(paper)
  window.addEventListener('afterprint', dropPaper, { once: true })
  window.print()
}

function dropPaper(): void {
  for (const picture of paperInHand?.querySelectorAll('img') ?? []) URL.revokeObjectURL(picture.src)
  paperInHand?.remove()
  paperInHand = null
}

let frame: HTMLIFrameElement | null = null

/** The frame stays until the next print: the dialog reads from it as long as it is open. */
function printInFrame(bytes: Uint8Array<ArrayBuffer>): void {
  if (frame) URL.revokeObjectURL(frame.src)
  frame?.remove()
  frame = document.createElement('iframe')
  frame.className = classes['frame'] ?? ''
  frame.src = URL.createObjectURL(new Blob([bytes], { type: 'application/pdf' }))
  frame.addEventListener('load', () => {
    frame?.contentWindow?.focus()
    frame?.contentWindow?.print()
  })
  document.body.append(frame)
}

async function pictureOf(canvas: HTMLCanvasElement): Promise<HTMLImageElement> {
  const blob = await new Promise<Blob | null>(resolve => canvas.toBlob(resolve, 'image/png'))
  if (!blob) throw new Error('the page is too large to be drawn')
  const picture = document.createElement('img')
  picture.alt = ''
  // Loaded, not decoded: a hundred pages at once would be some gigabytes.
  const loaded = new Promise((resolve, reject) => {
    picture.addEventListener('load', resolve, { once: true })
    picture.addEventListener('error', reject, { once: true })
  })
  picture.src = URL.createObjectURL(blob)
  await loaded
  return picture
}
