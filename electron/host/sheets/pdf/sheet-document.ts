import { readFileSync } from 'node:fs'
import type { DocumentFont } from 'pdfmake/js/PDFDocument.js'
import { short } from './number-text.ts'
import { colourProfile, PDFDocument } from './pdfmake-parts.ts'
import { sharedFont } from './shared-font.ts'
import { SheetFont } from './sheet-font.ts'
import { packed, writePacked } from './write-packed.ts'
import { xmpOf } from './xmp-of.ts'

let profile: Buffer | null = null

/** sRGB as pdfkit brings it, packed. */
function packedProfile(): Buffer {
  profile ??= packed(readFileSync(colourProfile()))
  return profile
}

/** The styles of one font family: paths of TrueType files. */
export type FontFamilies = Readonly<Record<string, { readonly normal: string; readonly bold: string }>>

/** pdfmake's document with fonts that all documents of the process share (`provideFont` is pdfmake's place for them). */
export class SheetDocument extends PDFDocument {
  private readonly families: FontFamilies
  private readonly sheetFonts = new Map<string, SheetFont>()
  /** What the page says so far. */
  private operators: string[] = []
  private isOpaque = true
  /** What the page's last operators set, where none but `draw` wrote since. */
  private readonly set = { fill: '', line: '', lineWidth: 0, font: '', fontSize: 0 }
  private readonly colours = new Map<string, string>()

  constructor(families: FontFamilies, options: object) {
    // A definition is built from users' words: whatever it says, no file is read.
    super({}, {}, {}, {}, options, null, () => false)
    this.families = families
    // pdfkit gives what belongs to PDF/A to each document by itself, over what its class says.
    Object.assign(this, { _addColorOutputIntent: () => this.addColourIntent() })
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
    // Whatever pdfkit writes may set or restore anything.
    this.forget()
    this.operators.push(operators)
    return this
  }

  /** Operators that leave colours, line width and font as they are; those are set before by the three below. */
  draw(operators: string): void {
    this.operators.push(operators)
  }

  setFill(colour: string | undefined): void {
    const fill = this.colour(colour)
    if (fill !== this.set.fill) this.operators.push(`${fill} rg`)
    this.set.fill = fill
  }

  setLine(width: number, colour: string | undefined): void {
    const line = this.colour(colour)
    if (line !== this.set.line) this.operators.push(`${line} RG`)
    if (width !== this.set.lineWidth) this.operators.push(`${short(width)} w`)
    this.set.line = line
    this.set.lineWidth = width
  }

  setFont(font: SheetFont, size: number): void {
    if (font.id === this.set.font && size === this.set.fontSize) return
    this.page.fonts[font.id] ??= font.ref()
    this.operators.push(`/${font.id} ${short(size)} Tf`)
    this.set.font = font.id
    this.set.fontSize = size
  }

  private colour(name = 'black'): string {
    const known = this.colours.get(name)
    if (known !== undefined) return known
    const parts = this._normalizeColor(this.resolveColor(name, 'black')) ?? [0, 0, 0]
    const colour = parts.map(short).join(' ')
    this.colours.set(name, colour)
    return colour
  }

  private forget(): void {
    Object.assign(this.set, { fill: '', line: '', lineWidth: 0, font: '', fontSize: 0 })
  }

  override flushPages(): void {
    if (this.operators.length > 0)
      writePacked(this.page.content, packed(Buffer.from(this.operators.join('\n'), 'latin1')))
    this.operators = []
    this.isOpaque = true
    this.forget()
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

  /** pdfkit leaves out how many entries there are, and what a closed one holds (PDF 1.4, 8.2.2). */
  override endOutline(): unknown {
    const { children, outlineData } = this.outline
    if (children.length > 0) outlineData.Count = children.length
    for (const item of children) if (item.children.length > 0) item.outlineData.Count = -item.children.length
    return super.endOutline()
  }

  /** As pdfkit's, which reads and packs the same colour profile for every document. */
  private addColourIntent(): void {
    const profile = this.ref({ N: 3 })
    writePacked(profile, packedProfile())
    profile.end()
    const name = new String('sRGB IEC61966-2.1')
    const intent = this.ref({
      Type: 'OutputIntent',
      S: 'GTS_PDFA1',
      Info: name,
      OutputConditionIdentifier: name,
      DestOutputProfile: profile,
    })
    intent.end()
    this._root.data['OutputIntents'] = [intent]
  }
}
