import { once } from 'node:events'
import { normalizePageMargin, normalizePageSize } from './pdfmake-parts.ts'
import { type FontFamilies, SheetDocument } from './sheet-document.ts'
import { SheetLayout } from './sheet-layout.ts'
import { SheetRenderer } from './sheet-renderer.ts'

/** A document as pdfmake lays it out; what is not listed here no sheet uses. */
export type PdfSource = {
  readonly pageSize: string
  readonly pageOrientation: string
  readonly pageMargins: readonly number[]
  readonly language: string
  readonly info: Readonly<Record<string, unknown>>
  readonly defaultStyle: object
  readonly content: unknown
  readonly header?: unknown
  readonly footer?: unknown
  readonly background?: unknown
  readonly pageBreakBefore?: unknown
}

/**
 * What pdfmake's own printer does, with the sheets' fonts, lines and renderer, as PDF/A-1b (ISO 19005-1): the archive keeps
 * what is printed. Nothing is fetched and no file is read: neither images nor attachments are provided for.
 */
export async function createPdf(source: PdfSource, fonts: FontFamilies, tableLayouts: object): Promise<Buffer> {
  const document = openPdf(source, fonts)
  addSource(document, source, tableLayouts)
  const bytes = bytesOf(document)
  document.end()
  return bytes
}

/** An empty document with the properties of `source`. `subset`: null for a plain PDF, which the bench compares with. */
export function openPdf(
  { language, info }: Pick<PdfSource, 'language' | 'info'>,
  fonts: FontFamilies,
  subset: 'PDF/A-1b' | null = 'PDF/A-1b',
): SheetDocument {
  return new SheetDocument(fonts, {
    pdfVersion: '1.4',
    ...(subset ? { subset } : {}),
    lang: language,
    info: Object.fromEntries(
      Object.entries(info).map(([key, value]) => [key.charAt(0).toUpperCase() + key.slice(1), value]),
    ),
    autoFirstPage: false,
    font: null,
  })
}

/** Lays a source out behind what the document holds; `onFirstPage` is called while its first page is the document's page. */
export function addSource(
  document: SheetDocument,
  source: PdfSource,
  tableLayouts: object,
  onFirstPage?: () => void,
): void {
  const size = normalizePageSize(source.pageSize, source.pageOrientation)
  const layout = new SheetLayout(size, normalizePageMargin(source.pageMargins), null)
  layout.registerTableLayouts(tableLayouts)
  const pages = layout.layoutDocument(
    source.content,
    document,
    {},
    source.defaultStyle,
    source.background,
    source.header,
    source.footer,
    undefined,
    source.pageBreakBefore,
  )
  const renderer = new SheetRenderer(document)
  renderer.renderPages(pages.slice(0, 1))
  onFirstPage?.()
  renderer.renderPages(pages.slice(1))
}

/** Everything that a document writes until its end. */
export async function bytesOf(document: SheetDocument): Promise<Buffer> {
  const chunks: Buffer[] = []
  document.on('data', (chunk: Buffer) => chunks.push(chunk))
  await once(document, 'end')
  return Buffer.concat(chunks)
}
