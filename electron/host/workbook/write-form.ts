import { columnLetters, type FormSheet, formSheetXml, xmlText } from './form-sheet.ts'
import { FORM_STYLES_XML } from './form-styles.ts'
import { writeZip } from './write-zip.ts'

const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const SPREADSHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

/**
 * An .xlsx of forms to fill in and print, one a sheet (at least one, of different names); each sheet's header row is
 * repeated on every page. Same forms, same bytes.
 */
export function writeForm(first: FormSheet, ...more: readonly FormSheet[]): Buffer {
  const sheets = [first, ...more]
  const stylesId = sheets.length + 1
  const parts: Readonly<Record<string, string>> = {
    '[Content_Types].xml': `${DECLARATION}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${SPREADSHEET}.sheet.main+xml"/>${each(sheets, (_, id) => `<Override PartName="/xl/worksheets/sheet${id}.xml" ContentType="${SPREADSHEET}.worksheet+xml"/>`)}<Override PartName="/xl/styles.xml" ContentType="${SPREADSHEET}.styles+xml"/></Types>`,
    '_rels/.rels': `${DECLARATION}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `${DECLARATION}<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${OFFICE}"><sheets>${each(sheets, entryXml)}</sheets><definedNames>${each(sheets, namesXml)}</definedNames></workbook>`,
    'xl/_rels/workbook.xml.rels': `${DECLARATION}<Relationships xmlns="${PACKAGE}/relationships">${each(sheets, (_, id) => `<Relationship Id="rId${id}" Type="${OFFICE}/worksheet" Target="worksheets/sheet${id}.xml"/>`)}<Relationship Id="rId${stylesId}" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`,
    ...Object.fromEntries(sheets.map((sheet, index) => [`xl/worksheets/sheet${index + 1}.xml`, formSheetXml(sheet)])),
    'xl/styles.xml': FORM_STYLES_XML,
  }
  const bytes = new Map(Object.entries(parts).map(([path, xml]) => [path, Buffer.from(xml, 'utf8')]))
  return writeZip(bytes, { deflate: true })
}

function each(sheets: readonly FormSheet[], xml: (sheet: FormSheet, id: number) => string): string {
  return sheets.map((sheet, index) => xml(sheet, index + 1)).join('')
}

function entryXml({ name, hidden }: FormSheet, id: number): string {
  return `<sheet name="${xmlText(name)}" sheetId="${id}"${hidden ? ' state="hidden"' : ''} r:id="rId${id}"/>`
}

/** What of a sheet is printed, and the row that heads every page. */
function namesXml({ name, widths, rows, headerRow }: FormSheet, id: number): string {
  // A quote in a sheet's name is doubled where the name is quoted (ECMA-376 part 1, 18.17.2.3).
  const sheet = `'${xmlText(name).replaceAll("'", "''")}'`
  const area = `${sheet}!$A$1:$${columnLetters(widths.length - 1)}$${Math.max(1, rows.length)}`
  const printed = `<definedName name="_xlnm.Print_Area" localSheetId="${id - 1}">${area}</definedName>`
  if (headerRow === 0) return printed
  return `${printed}<definedName name="_xlnm.Print_Titles" localSheetId="${id - 1}">${sheet}!$${headerRow}:$${headerRow}</definedName>`
}
