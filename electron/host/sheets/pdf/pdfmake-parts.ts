import { createRequire } from 'node:module'
import type { DocMeasure as DocMeasureClass } from 'pdfmake/js/DocMeasure.js'
import type { LayoutBuilder as LayoutBuilderClass } from 'pdfmake/js/LayoutBuilder.js'
import type { Line as LineClass } from 'pdfmake/js/Line.js'
import type { PageSize } from 'pdfmake/js/PageSize.js'
import type { PDFDocument as PDFDocumentClass } from 'pdfmake/js/PDFDocument.js'
import type { Renderer as RendererClass } from 'pdfmake/js/Renderer.js'
import type { TextInlines as TextInlinesClass } from 'pdfmake/js/TextInlines.js'

// pdfmake's own classes. Required, not imported: what an import makes of a CommonJS default is not the same in Node as in a
// bundle or a test. Not by the name `require`, which the bundler declares itself.
const load = createRequire(import.meta.url)

// pdfkit's own: imported it would be loaded a second time, as a module of the other kind.
export const { create }: typeof import('fontkit') = load('fontkit')
export const DocMeasure: typeof DocMeasureClass = load('pdfmake/js/DocMeasure.js').default
export const LayoutBuilder: typeof LayoutBuilderClass = load('pdfmake/js/LayoutBuilder.js').default
export const Line: typeof LineClass = load('pdfmake/js/Line.js').default
export const PDFDocument: typeof PDFDocumentClass = load('pdfmake/js/PDFDocument.js').default
export const Renderer: typeof RendererClass = load('pdfmake/js/Renderer.js').default
export const TextInlines: typeof TextInlinesClass = load('pdfmake/js/TextInlines.js').default
export const { normalizePageSize, normalizePageMargin }: PageSize = load('pdfmake/js/PageSize.js')

/** sRGB's profile, which pdfkit brings along, as a path. */
export function colourProfile(): string {
  return createRequire(load.resolve('pdfmake/js/PDFDocument.js')).resolve('pdfkit/js/data/sRGB_IEC61966_2_1.icc')
}
