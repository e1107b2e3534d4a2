import { renderSheet } from '#electron/host/sheets/render-sheet.ts'
import type { Definition } from '#shared/sheets/paper/definition.ts'

/** Renders the catalogue in a thread of its own: some hundred rows take pdfmake seconds. */
export async function renderCatalogue(definition: Definition): Promise<Uint8Array> {
  const { bytes } = await renderSheet(definition)
  return new Uint8Array(bytes)
}
