import { setImmediate } from 'node:timers/promises'
import type { OutlineItem } from 'pdfmake/js/PDFDocument.js'
import type { Definition } from '#shared/sheets/paper/definition.ts'
import { addSource, bytesOf, openPdf } from './pdf/create-pdf.ts'
import { infoOf, type RenderedSheet, sheetSource } from './render-sheet.ts'
import { SHEET_FONTS } from './sheet-fonts.ts'
import { TABLE_LAYOUTS } from './table-layouts.ts'

/** A sheet with what the outline calls it: its form, and whose it is where there is one for each person. */
export type VolumeSheet = {
  readonly definition: Definition
  readonly form: string
  readonly person: string | null
}

type VolumeInfo = Pick<Definition['info'], 'title' | 'author' | 'creationDate'>

/**
 * Many sheets as one PDF/A-1b with the fonts once, each with its own page numbers; the outline names every form, and below it
 * every person. The same sheets give the same bytes. One sheet at a time is in memory beside what is written already.
 * `goOn` is asked after each sheet; null where it said no.
 */
export async function renderVolume(
  info: VolumeInfo,
  sheets: Iterable<VolumeSheet>,
  goOn: () => boolean,
): Promise<RenderedSheet | null> {
  const document = openPdf(
    { language: 'zh-CN', info: infoOf({ ...info, subject: info.title }) },
    { serif: SHEET_FONTS },
  )
  const bytes = bytesOf(document)
  let pages = 0
  let heading: { readonly form: string; readonly item: OutlineItem } | null = null
  for (const { definition, form, person } of sheets) {
    const { source, pageCount } = sheetSource(definition, { outline: false })
    addSource(document, source, TABLE_LAYOUTS, () => {
      if (heading?.form !== form) heading = { form, item: document.outline.addItem(form, { expanded: false }) }
      if (person !== null) heading.item.addItem(person)
    })
    pages += pageCount()
    // What was written is taken off the document, and whoever wants to stop is heard.
    await setImmediate()
    if (!goOn()) return null
  }
  document.end()
  return { bytes: await bytes, pages }
}
