import { useEffect, useRef } from 'react'
import type { PdfDocument } from './open-pdf.ts'

type PageCanvasProps = {
  readonly document: PdfDocument
  /** From 1. */
  readonly page: number
  /** In CSS pixels. */
  readonly width: number
  readonly label: string
  /** Once the page is drawn. */
  readonly onDrawn?: () => void
}

/** One page, drawn as sharp as the screen is. While it is drawn anew at another size, the old drawing stands. */
export function PageCanvas({ document, page, width, label, onDrawn }: PageCanvasProps) {
  const place = useRef<HTMLCanvasElement>(null)
  const drawn = useRef(onDrawn)
  drawn.current = onDrawn
  useEffect(() => {
    const canvas = place.current
    if (!canvas) return
    let stale = false
    let stop = () => {}
    const draw = async () => {
      const proxy = await document.getPage(page)
      if (stale) return
      const natural = proxy.getViewport({ scale: 1 })
      const scale = width / natural.width
      const viewport = proxy.getViewport({ scale: scale * devicePixelRatio })
      const fresh = new OffscreenCanvas(Math.ceil(viewport.width), Math.ceil(viewport.height))
      const context = fresh.getContext('2d')
      if (!context) return
      // The library asks for a page's own canvas but draws on any context.
      const task = proxy.render({
        canvas: null,
        canvasContext: context as unknown as CanvasRenderingContext2D,
        viewport,
      })
      stop = () => task.cancel()
      await task.promise
      if (stale) return
      canvas.width = fresh.width
      canvas.height = fresh.height
      canvas.style.width = `${width}px`
      canvas.style.height = `${natural.height * scale}px`
      canvas.getContext('2d')?.drawImage(fresh, 0, 0)
      canvas.dataset['drawn'] = String(page)
      drawn.current?.()
    }
    // Cancelled, or the document was closed under it: another drawing follows or nobody looks any more.
    draw().catch(() => undefined)
    return () => {
      stale = true
      stop()
    }
  }, [document, page, width])
  return <canvas ref={place} role="img" aria-label={label} />
}
