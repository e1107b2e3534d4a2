import { readCodes } from './read-codes.ts'
import type { ScanSource } from './scan-source.ts'

/** Copiers scan at 150 to 300 dots an inch; what cannot be read at one size often can at another. */
const READING_DPI = [200, 300, 150] as const
const THUMBNAIL_DPI = 40

/** What a page's codes say, and the page in small. */
export type ReadPage = { readonly texts: readonly string[]; readonly thumbnail: Blob }

/** Reads one page (from 1); `wanted` says whether a code is one of those that are looked for. */
export async function readPage(source: ScanSource, page: number, wanted: (text: string) => boolean): Promise<ReadPage> {
  let thumbnail: Blob | null = null
  const all = new Set<string>()
  for (const dpi of READING_DPI) {
    const canvas = await source.draw(page, dpi)
    thumbnail ??= await smallOf(canvas, THUMBNAIL_DPI / dpi)
    const picture = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height)
    const texts = picture ? await readCodes(picture) : []
    for (const text of texts) all.add(text)
    if (texts.some(wanted)) break
  }
  return { texts: [...all], thumbnail: thumbnail ?? new Blob() }
}

function smallOf(canvas: OffscreenCanvas, scale: number): Promise<Blob> {
  const small = new OffscreenCanvas(Math.ceil(canvas.width * scale), Math.ceil(canvas.height * scale))
  const context = small.getContext('2d')
  if (context) context.imageSmoothingQuality = 'high'
  context?.drawImage(canvas, 0, 0, small.width, small.height)
  return small.convertToBlob({ type: 'image/jpeg', quality: 0.8 })
}
