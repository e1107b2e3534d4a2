import { addSource, bytesOf, openPdf } from '#electron/host/sheets/pdf/create-pdf.ts'
import { sheetSource } from '#electron/host/sheets/render-sheet.ts'
import { SHEET_FONTS } from '#electron/host/sheets/sheet-fonts.ts'
import { TABLE_LAYOUTS } from '#electron/host/sheets/table-layouts.ts'
import type { Definition } from '#shared/sheets/paper/definition.ts'

/** Our own sheet without PDF/A: what the archive's kind costs. */
export async function plainPdf(definition: Definition): Promise<Buffer> {
  const { source } = sheetSource(definition, { outline: true })
  const document = openPdf(source, { serif: SHEET_FONTS }, null)
  addSource(document, source, TABLE_LAYOUTS)
  const bytes = bytesOf(document)
  document.end()
  return bytes
}
