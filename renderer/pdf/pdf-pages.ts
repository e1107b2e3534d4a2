import { failure, type Result, success } from '#shared/lib/result.ts'
import { openPdf, type PdfFault } from './open-pdf.ts'

/** Several documents as one, page after page; what stands on a page is copied as it is. */
export async function joinPdfs(
  documents: readonly Uint8Array<ArrayBuffer>[],
): Promise<Result<Uint8Array<ArrayBuffer>, PdfFault>> {
  const [first, ...more] = documents
  if (!first) throw new Error('nothing to join')
  if (more.length === 0) return success(first)
  const opened = await openPdf(first.slice())
  if (!opened.ok) return failure(opened.error)
  try {
    const joined = await opened.value.extractPages([
      { document: null },
      ...more.map(document => ({ document: document.slice() })),
    ])
    return success(new Uint8Array(joined))
  } finally {
    await opened.value.loadingTask.destroy()
  }
}
