import { readFileSync } from 'node:fs'
import { SHEET_FONTS } from '#electron/host/sheets/sheet-fonts.ts'
import type { Definition } from '#shared/sheets/paper/definition.ts'
import { peer } from '#tests/bench/peer.ts'
import { plainSheet } from './plain-sheet.ts'

type Font = object
type Page = {
  readonly drawText: (
    text: string,
    options: { readonly x: number; readonly y: number; readonly size: number; readonly font: Font },
  ) => void
}
type PdfLib = {
  readonly PDFDocument: {
    readonly create: () => Promise<{
      readonly registerFontkit: (fontkit: unknown) => void
      readonly embedFont: (bytes: Uint8Array, options: { readonly subset: boolean }) => Promise<Font>
      readonly addPage: (size: readonly [number, number]) => Page
      readonly save: () => Promise<Uint8Array>
    }>
  }
}

const SIZE = 10.5
const CHARACTERS = 44
const LINES = 46

/** The sheet's words as lines by pdf-lib, which knows no tables and no wrapping: both are left out, in its favour. */
export function pdfLibPrinter(): (definition: Definition) => Promise<Uint8Array> {
  const { PDFDocument } = peer<PdfLib>('pdf-lib')
  const fontkit = peer<unknown>('@pdf-lib/fontkit')
  const bytes = readFileSync(SHEET_FONTS.normal)
  return async definition => {
    const document = await PDFDocument.create()
    document.registerFontkit(fontkit)
    const font = await document.embedFont(bytes, { subset: true })
    const lines = linesOf(definition)
    for (let start = 0; start < lines.length; start += LINES) {
      const page = document.addPage([595.28, 841.89])
      lines.slice(start, start + LINES).forEach((line, index) => {
        page.drawText(line, { x: 56, y: 780 - 15.5 * index, size: SIZE, font })
      })
    }
    return await document.save()
  }
}

function linesOf(definition: Definition): string[] {
  return plainSheet(definition).flatMap(block => {
    const rows = typeof block === 'string' ? [block] : block.map(row => row.map(cell => cell.text).join('　'))
    return rows.flatMap(row =>
      row.split('\n').flatMap(line => line.match(new RegExp(`.{1,${CHARACTERS}}`, 'gu')) ?? []),
    )
  })
}
