import { renderSheet } from '#electron/host/sheets/render-sheet.ts'
import type { Definition } from '#shared/sheets/paper/definition.ts'

/** Renders papers in a thread of its own: a catalogue of some hundred rows takes pdfmake seconds. */
export async function renderAll(definitions: readonly Definition[]): Promise<Rendered[]> {
  const rendered: Rendered[] = []
  for (const definition of definitions) {
    const { bytes, pages } = await renderSheet(definition)
    rendered.push({ bytes: new Uint8Array(bytes), pages })
  }
  return rendered
}

export type Rendered = { readonly bytes: Uint8Array; readonly pages: number }
