import type { Content, Definition } from '#shared/sheets/paper/definition.ts'
import { pageBackground } from '#shared/sheets/paper/page-background.ts'
import { pageFoot } from '#shared/sheets/paper/page-foot.ts'
import { pageStamp, pageWidthOf } from '#shared/sheets/paper/page-stamp.ts'
import { isStrandedHeading } from './is-stranded-heading.ts'
import { createPdf, type PdfSource } from './pdf/create-pdf.ts'
import { SHEET_FONTS } from './sheet-fonts.ts'
import { TABLE_LAYOUTS } from './table-layouts.ts'

// Only the sheets' worker imports this file: pdfmake and its fonts stay out of the main thread.

export type RenderedSheet = { readonly bytes: Buffer; readonly pages: number }

/** A definition as PDF. The same definition gives the same bytes. */
export async function renderSheet(definition: Definition): Promise<RenderedSheet> {
  const { source, pageCount } = sheetSource(definition, { outline: true })
  const bytes = await createPdf(source, { serif: SHEET_FONTS }, TABLE_LAYOUTS)
  return { bytes, pages: pageCount() }
}

/** A definition as pdfmake takes it, once; `pageCount` is known when it was laid out. `outline`: its headings are listed. */
export function sheetSource(
  definition: Definition,
  { outline }: { readonly outline: boolean },
): { readonly source: PdfSource; readonly pageCount: () => number } {
  const { footer, code: _, watermark, stamp, info, content, ...rest } = copyOf(definition)
  let pages = 0
  const source: PdfSource = {
    ...rest,
    content: outline ? content.map(outlined) : content,
    info: infoOf(info),
    ...(footer.style === 'dashes' ? { pageBreakBefore: isStrandedHeading } : {}),
    footer: (current: number, count: number) => {
      pages = count
      return pageFoot(definition, current, count)
    },
    ...(stamp
      ? {
          header: (current: number, count: number) =>
            current === 1 ? pageStamp(stamp, count, pageWidthOf(definition)) : '',
        }
      : {}),
    ...(watermark === undefined
      ? {}
      : {
          background: (_page: number, { height }: { readonly height: number }) => pageBackground(watermark, height),
        }),
  }
  return { source, pageCount: () => pages }
}

/** What a file says of itself. */
export function infoOf(info: Definition['info']): Readonly<Record<string, unknown>> {
  // A word that is empty is no property: the dictionary would have it and XMP not (6.7.3).
  const said = Object.entries(info).filter(([, words]) => words !== '')
  return {
    ...Object.fromEntries(said),
    creator: 'Pingyi 评议',
    producer: 'Pingyi 评议',
    creationDate: new Date(`${info.creationDate}T00:00:00Z`),
  }
}

/** What a reader shows beside the pages, to go from heading to heading; a sentence before a list is none. */
function outlined(node: Content): object {
  if ('stack' in node) return { ...node, stack: node.stack.map(outlined) }
  return node.headlineLevel === 1 && node.bold ? { ...node, outline: true } : node
}

/** Plain JSON copied; structuredClone writes it out and reads it back, which takes three times as long. */
function copyOf<T>(value: T): T {
  if (Array.isArray(value)) return value.map(copyOf) as T
  if (typeof value !== 'object' || value === null) return value
  const copy: Record<string, unknown> = {}
  for (const key in value) copy[key] = copyOf(value[key])
  return copy as T
}
