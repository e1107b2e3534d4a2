import { pdfPages } from '#tests/unit/sheets/pdf-text.ts'

/** All words of a PDF, page by page, as they are read. */
export async function pdfWords(bytes: Uint8Array): Promise<string> {
  const pages = await pdfPages(bytes)
  return pages.flatMap(({ lines }) => lines.map(({ text }) => text)).join('\n')
}

/** The codes on a PDF of slips as a person reads them, in the order of the pages: group by group. */
export async function slipCodes(bytes: Uint8Array): Promise<string[]> {
  return [...(await pdfWords(bytes)).matchAll(/\d{4}-\d{4}-\d{4}-\d{4}/g)].map(([code]) => code)
}
