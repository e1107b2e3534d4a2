import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { failure, type Result, success } from '#shared/lib/result.ts'

export type PdfDocument = PDFDocumentProxy

/** Why bytes are no readable PDF. */
export type PdfFault = 'locked' | 'damaged'

type Pdfjs = typeof import('pdfjs-dist/legacy/build/pdf.mjs')

type Tools = { readonly pdfjs: Pdfjs; readonly worker: InstanceType<Pdfjs['PDFWorker']> }

let tools: Promise<Tools> | null = null

/** The library and its one worker, fetched when they are first needed. */
async function load(): Promise<Tools> {
  const pdfjs = await import('pdfjs-dist/legacy/build/pdf.mjs')
  const port = new Worker(new URL('./pdf-worker.ts', import.meta.url), { type: 'module' })
  return { pdfjs, worker: pdfjs.PDFWorker.create({ port }) }
}

/** The decoders that scans may need, beside the app's page; the library itself would not fetch from app://. */
class OwnDecoders {
  async fetch({ filename }: { readonly filename: string }): Promise<Uint8Array> {
    const response = await fetch(new URL(`pdf-decoders/${filename}`, document.baseURI))
    if (!response.ok) throw new Error(`no decoder ${filename}`)
    return new Uint8Array(await response.arrayBuffer())
  }
}

/** Opens a document; whoever opens it destroys it. The bytes are handed over to the worker. */
export async function openPdf(bytes: Uint8Array): Promise<Result<PdfDocument, PdfFault>> {
  tools ??= load()
  const { pdfjs, worker } = await tools
  try {
    const opened = await pdfjs.getDocument({
      data: bytes,
      worker,
      BinaryDataFactory: OwnDecoders,
      wasmUrl: new URL('pdf-decoders/', document.baseURI).href,
      useWorkerFetch: false,
      disableWorkerRendering: true,
      useSystemFonts: false,
      stopAtErrors: false,
      verbosity: pdfjs.VerbosityLevel.ERRORS,
    }).promise
    return success(opened)
  } catch (error) {
    return failure(error instanceof pdfjs.PasswordException ? 'locked' : 'damaged')
  }
}
