import type { DocumentFont } from 'pdfmake/js/PDFDocument.js'
import { PDFDocument } from './pdfmake-parts.ts'
import { sharedFont } from './shared-font.ts'
import { SheetFont } from './sheet-font.ts'
import { xmpOf } from './xmp-of.ts'

/** The styles of one font family: paths of TrueType files. */
export type FontFamilies = Readonly<Record<string, { readonly normal: string; readonly bold: string }>>

/** pdfmake's document with fonts that all documents of the process share (`provideFont` is pdfmake's place for them). */
export class SheetDocument extends PDFDocument {
  private readonly families: FontFamilies
  private readonly sheetFonts = new Map<string, SheetFont>()
  /** What the page says so far. */
  private operators: string[] = []
  private isOpaque = true

  constructor(families: FontFamilies, options: object) {
    // A definition is built from users' words: whatever it says, no file is read.
    super({}, {}, {}, {}, options, null, () => false)
    this.families = families
  }

  override provideFont(family: string, bold: boolean): DocumentFont {
    const path = this.families[family]?.[bold ? 'bold' : 'normal']
    if (path === undefined) throw new Error(`unknown font ${family}`)
    const known = this.sheetFonts.get(path)
    if (known) return known
    const font = new SheetFont(this, sharedFont(path), `F${this.sheetFonts.size + 1}`)
    this.sheetFonts.set(path, font)
    this._fontFamilies[font.id] = font
    return font
  }

  /** pdfkit makes a buffer of every operator; here a page's are put together first. */
  override addContent(operators: string): this {
    this.operators.push(operators)
    return this
  }

  override flushPages(): void {
    if (this.operators.length > 0) this.page.write(this.operators.join('\n'))
    this.operators = []
    this.isOpaque = true
    super.flushPages()
  }

  /** Opaque is what a page begins with: not said until something was not, because PDF/A-1 knows no transparency. */
  override _doOpacity(fill: number | null | undefined, stroke: number | null | undefined): unknown {
    this.isOpaque &&= (fill ?? 1) === 1 && (stroke ?? 1) === 1
    return this.isOpaque ? this : super._doOpacity(fill, stroke)
  }

  /** pdfkit puts the words of the document's information into XML as they stand, `<` and `&` included. */
  override _addInfo(): void {
    this.appendXML(xmpOf(this.info))
  }
}
