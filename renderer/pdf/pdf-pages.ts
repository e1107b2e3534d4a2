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

/** A photo as a page to look at; it is drawn anew, so never a record. */
export async function photoPdf(photo: Blob): Promise<Uint8Array<ArrayBuffer>> {
  const image = await createImageBitmap(photo)
  const opened = await openPdf(new TextEncoder().encode(EMPTY_PDF))
  if (!opened.ok) throw new Error('the empty page is no PDF')
  try {
    return new Uint8Array(await opened.value.extractPages([{ image }]))
  } finally {
    await opened.value.loadingTask.destroy()
  }
}

/** A document to put a picture into; pdfjs finds its way without a table of places. */
const EMPTY_PDF = `%PDF-1.4
1 0 obj <</Type /Catalog /Pages 2 0 R>> endobj
2 0 obj <</Type /Pages /Kids [3 0 R] /Count 1>> endobj
3 0 obj <</Type /Page /Parent 2 0 R /MediaBox [0 0 595 842]>> endobj
trailer <</Root 1 0 R>>
%%EOF
`
