import { readFileSync } from 'node:fs'
import pdfmake from 'pdfmake'
import type { Definition } from '#shared/sheets/paper/definition.ts'
import { SHEET_FONTS } from './sheet-fonts.ts'
import { TABLE_LAYOUTS } from './table-layouts.ts'

// Only the sheets' worker imports this file: pdfmake and its fonts stay out of the main thread.

// pdfmake's own virtual files, which its types leave out: read once, not twice fifteen megabytes for every sheet (a third
// of the time, half of the memory). As a descriptor, a Buffer would be slower than a path.
const { virtualfs } = pdfmake as typeof pdfmake & {
  readonly virtualfs: { readonly writeFileSync: (name: string, content: Buffer) => void }
}
for (const [style, path] of Object.entries(SHEET_FONTS)) virtualfs.writeFileSync(style, readFileSync(path))
pdfmake.setFonts({ serif: { normal: 'normal', bold: 'bold' } })
pdfmake.setTableLayouts(TABLE_LAYOUTS)
// A definition is built from users' words: whatever it says, nothing is fetched and no file is read.
pdfmake.setUrlAccessPolicy(() => false)
pdfmake.setLocalAccessPolicy(() => false)

export type RenderedSheet = { readonly bytes: Buffer; readonly pages: number }

/**
 * A definition as PDF. The same definition gives the same bytes. pdfmake writes into what it is given, so it gets a copy.
 * What a PDF is beyond its definition (page foot, dates; later PDF/A, watermark) is decided here and nowhere else.
 */
export async function renderSheet(definition: Definition): Promise<RenderedSheet> {
  const { footer, info, ...rest } = structuredClone(definition)
  let pages = 0
  const pdf = pdfmake.createPdf({
    // The definition's types are the readonly subset of pdfmake's own.
    ...(rest as object as Pick<Parameters<typeof pdfmake.createPdf>[0], 'content'>),
    info: {
      ...info,
      creator: 'Pingyi 评议',
      producer: 'Pingyi 评议',
      creationDate: new Date(`${info.creationDate}T00:00:00Z`),
    },
    footer: (current, count) => {
      pages = count
      return {
        margin: [rest.pageMargins[0], 12, rest.pageMargins[2], 0],
        columns: [
          { text: footer.words, fontSize: 8, width: '*' },
          { text: `第 ${current} 页　共 ${count} 页`, fontSize: 9, width: 'auto', alignment: 'center', noWrap: true },
          { text: '', width: '*' },
        ],
      }
    },
  })
  return { bytes: await pdf.getBuffer(), pages }
}
