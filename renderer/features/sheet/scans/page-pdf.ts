import { photoPdf } from '#renderer/pdf/pdf-pages.ts'
import type { LoadedSheet } from '#renderer/pdf/viewer/viewed-sheet.ts'
import { SCANS } from '#renderer/strings/scans.ts'
import type { ScanState } from './scan-session.ts'

/** One page of the pile to look at. */
export async function pagePdf(state: ScanState, key: string): Promise<LoadedSheet> {
  const page = state.pages.find(each => each.key === key)
  const source = page && state.sources[page.source]
  if (!page || !source) return { ok: false, words: SCANS.unreadable }
  const blob = await source.take([page.page])
  return { ok: true, bytes: source.ending === '.pdf' ? await bytesOf(blob) : await photoPdf(blob) }
}

async function bytesOf(blob: Blob): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await blob.arrayBuffer())
}
