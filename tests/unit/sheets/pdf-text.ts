import { getDocumentProxy, getResolvedPDFJS } from 'unpdf'

/** A line of text as a reader sees it: what stands at one height, from left to right. */
export type PdfLine = { readonly text: string; readonly x: number; readonly y: number; readonly right: number }
/** What the lines and rectangles of a page cover, in points from its left and top; all 0 without any. */
export type Drawn = { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number }
export type PdfPage = {
  readonly width: number
  readonly height: number
  readonly lines: readonly PdfLine[]
  /** Only of the first and the last pages: reading it takes long. */
  readonly drawn: Drawn | null
}

type Item = { readonly text: string; readonly x: number; readonly y: number; readonly right: number }

/** A PDF's text by page and line; pieces more than `gap` points apart are lines of their own (cells of a table). */
export async function pdfPages(bytes: Uint8Array, gap = 6): Promise<PdfPage[]> {
  const pdf = await getDocumentProxy(new Uint8Array(bytes), { verbosity: 0 })
  const pages: PdfPage[] = []
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await pdf.getPage(number)
    const [left = 0, bottom = 0, right = 0, top = 0] = page.view
    const { items } = await page.getTextContent()
    const placed = items.flatMap((item): Item[] => {
      // What is only blank was put in by the reader for a wide gap.
      if (!('str' in item) || item.str.trim() === '') return []
      const [, , , , x = 0, y = 0] = item.transform
      return [{ text: item.str, x, y, right: x + item.width }]
    })
    pages.push({
      width: right - left,
      height: top - bottom,
      lines: linesOf(placed, gap),
      drawn: isAtEnd(number, pdf.numPages) ? await drawnOn(page) : null,
    })
  }
  await pdf.loadingTask.destroy()
  return pages
}

function isAtEnd(number: number, pages: number): boolean {
  return number <= 3 || number > pages - 2
}

type PdfJsPage = Awaited<ReturnType<Awaited<ReturnType<typeof getDocumentProxy>>['getPage']>>

/** The extent of all paths; pdfkit draws them from the top left corner, outside of any other transformation. */
async function drawnOn(page: PdfJsPage): Promise<Drawn> {
  const { OPS } = await getResolvedPDFJS()
  const { fnArray, argsArray } = await page.getOperatorList()
  const boxes = fnArray.flatMap((operator, index): (readonly number[])[] => {
    if (operator !== OPS.constructPath) return []
    const box: unknown = argsArray[index]?.[2]
    return box instanceof Float32Array ? [[...box]] : []
  })
  const side = (corner: number, most: (...values: number[]) => number) =>
    boxes.length === 0 ? 0 : most(...boxes.map(box => box[corner] ?? 0))
  return { left: side(0, Math.min), top: side(1, Math.min), right: side(2, Math.max), bottom: side(3, Math.max) }
}

function linesOf(items: readonly Item[], gap: number): PdfLine[] {
  const rows = Map.groupBy(items, item => Math.round(item.y))
  return [...rows]
    .sort(([a], [b]) => b - a)
    .flatMap(([, row]) => {
      const lines: PdfLine[] = []
      for (const item of [...row].sort((a, b) => a.x - b.x)) {
        const last = lines.at(-1)
        if (last && item.x - last.right <= gap)
          lines[lines.length - 1] = { ...last, text: last.text + item.text, right: item.right }
        else lines.push(item)
      }
      return lines.filter(line => line.text.trim() !== '')
    })
}

/** All text of a page, without spaces: for asking whether something stands there. */
export function textOf(page: PdfPage | undefined): string {
  return (page?.lines ?? [])
    .map(line => line.text)
    .join('')
    .replace(/\s/g, '')
}
