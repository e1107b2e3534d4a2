import pdfmake from 'pdfmake'
import { isStrandedHeading } from '#electron/host/sheets/is-stranded-heading.ts'
import { SHEET_FONTS } from '#electron/host/sheets/sheet-fonts.ts'
import { TABLE_LAYOUTS } from '#electron/host/sheets/table-layouts.ts'
import type { Definition } from '#shared/sheets/paper/definition.ts'
import { pageFoot } from '#shared/sheets/paper/page-foot.ts'

pdfmake.setUrlAccessPolicy(() => false)
pdfmake.setLocalAccessPolicy(() => true)
pdfmake.setTableLayouts(TABLE_LAYOUTS)

type Source = Parameters<typeof pdfmake.createPdf>[0]

/** The same definition through pdfmake as its documentation shows it: fonts by path, its own printer. */
export async function naivePdfmake(definition: Definition): Promise<Buffer> {
  const { footer, code: _, info, ...rest } = structuredClone(definition)
  // pdfmake writes into the table of fonts, too.
  pdfmake.setFonts({ serif: { ...SHEET_FONTS } })
  const pdf = pdfmake.createPdf({
    ...(rest as object as Pick<Source, 'content'>),
    info: { ...info, creationDate: new Date(`${info.creationDate}T00:00:00Z`) },
    ...(footer.style === 'dashes' ? { pageBreakBefore: isStrandedHeading } : {}),
    footer: (current, count) =>
      pageFoot(definition, current, count) as object as Exclude<Source['content'], readonly unknown[]>,
  })
  return await pdf.getBuffer()
}
