import { utils, type WorkBook, type WorkSheet, write } from '@e965/xlsx'
import { writeZip } from '#electron/host/workbook/write-zip.ts'
import { HEAD, NINE, personRow } from './build-sheet.ts'

type Plain = string | number | null

/** Title, head, header and people as a SheetJS worksheet, to be changed cell by cell. */
export function worksheet(people: readonly (readonly Plain[])[]): WorkSheet {
  return utils.aoa_to_sheet([['大连市集体协商指导员登记表'], [...HEAD], [...NINE], ...people.map(row => [...row])])
}

/** Three clean people as a worksheet. */
export function cleanWorksheet(): WorkSheet {
  return worksheet([1, 2, 3].map(index => personRow(index) as Plain[]))
}

export function workbook(sheets: Readonly<Record<string, WorkSheet>>): WorkBook {
  const book = utils.book_new()
  for (const [name, sheet] of Object.entries(sheets)) utils.book_append_sheet(book, sheet, name)
  return book
}

export type BookFormat = 'xlsx' | 'xlsm' | 'xlsb' | 'biff8' | 'biff5' | 'ods' | 'fods' | 'csv' | 'html' | 'xlml'

export function bytesOf(book: WorkBook, bookType: BookFormat = 'xlsx'): Buffer {
  return Buffer.from(write(book, { bookType, type: 'buffer', compression: true }))
}

const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

export type RawParts = {
  /** What stands in `<sheetData>`. */
  readonly rows: string
  readonly afterRows?: string
  readonly sheetName?: string
  /** The whole `<styleSheet>` part. */
  readonly styles?: string
  readonly more?: Readonly<Record<string, string | Buffer>>
  readonly doctype?: string
}

/** An .xlsx written part by part, for what no library would write. */
export function rawXlsx({ rows, afterRows = '', sheetName = 'S', styles, more = {}, doctype = '' }: RawParts): Buffer {
  const parts: Record<string, string | Buffer> = {
    '[Content_Types].xml': `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${TYPE}.worksheet+xml"/>${styles ? `<Override PartName="/xl/styles.xml" ContentType="${TYPE}.styles+xml"/>` : ''}</Types>`,
    '_rels/.rels': `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="${sheetName}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    'xl/worksheets/sheet1.xml': `${doctype}<worksheet xmlns="${MAIN}"><sheetData>${rows}</sheetData>${afterRows}</worksheet>`,
    ...(styles && { 'xl/styles.xml': styles }),
    ...more,
  }
  return writeZip(new Map(Object.entries(parts).map(([name, content]) => [name, Buffer.from(content)])), {
    deflate: true,
  })
}

/** A `<row>` of text cells. */
export function rawRow(values: readonly string[]): string {
  return `<row>${values.map(value => `<c t="inlineStr"><is><t>${value}</t></is></c>`).join('')}</row>`
}

export const RAW_HEADER = rawRow(['姓名', '性别', '所在单位'])
