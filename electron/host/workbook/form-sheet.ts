import { visible } from '#shared/domain/roster/registration/tidy.ts'
import { type FormStyle, STYLE_INDEX } from './form-styles.ts'

export type FormCell = {
  readonly value: string | number
  /** The text is an exact decimal and is written as a number. */
  readonly numeric?: boolean
  readonly style: FormStyle
}
/** A rule on the cells of a range that Excel and WPS check while a form is filled in. */
export type FormRule = {
  readonly range: string
  readonly title: string
  readonly hint: string
  readonly check:
    | { readonly type: 'list'; readonly choices: readonly string[] }
    | { readonly type: 'whole'; readonly from: number; readonly to: number }
    /** Both ends as decimals. */
    | { readonly type: 'decimal'; readonly from: string; readonly to: string }
    | null
}

/**
 * A sheet to be filled in and printed on A4 landscape. Rows and `headerRow` count from 1 (0: the sheet has no head that is
 * repeated); `merges` are like `A1:I1`. A hidden one is never the first.
 */
export type FormSheet = {
  readonly name: string
  readonly hidden?: boolean
  readonly widths: readonly number[]
  readonly rows: readonly { readonly height: number; readonly cells: readonly FormCell[] }[]
  readonly merges: readonly string[]
  readonly headerRow: number
  readonly rules: readonly FormRule[]
}

/**
 * Text as XML: what XML cannot hold (control characters, half pairs) is left out, and what Excel would read as a
 * character code (`_x0041_`) keeps its underscore by Excel's own escape (ECMA-376 part 1, 22.9.2.19).
 */
export function xmlText(text: string): string {
  return visible(text)
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replace(/[\uFFFE\uFFFF]/g, '')
}

/** Column letters of an index from 0: `A`, `B` … `Z`, `AA`. */
export function columnLetters(index: number): string {
  const last = String.fromCharCode(65 + (index % 26))
  return index < 26 ? last : columnLetters(Math.floor(index / 26) - 1) + last
}

/** The worksheet part of a form. Text is only ever a string cell, so `=…` stays text in every program. */
export function formSheetXml(sheet: FormSheet): string {
  const columns = sheet.widths
    .map((width, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`)
    .join('')
  const rows = sheet.rows
    .map(
      ({ height, cells }, index) =>
        `<row r="${index + 1}" ht="${height}" customHeight="1">${cells
          .map((cell, column) => cellXml(cell, `${columnLetters(column)}${index + 1}`))
          .join('')}</row>`,
    )
    .join('')
  const merges = sheet.merges.map(range => `<mergeCell ref="${range}"/>`)
  const rules = sheet.rules.map(ruleXml)
  const top = sheet.headerRow
  const pane =
    top === 0 ? '' : `<pane ySplit="${top}" topLeftCell="A${top + 1}" activePane="bottomLeft" state="frozen"/>`
  return [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>',
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">',
    '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>',
    `<sheetViews><sheetView workbookViewId="0" showGridLines="0">${pane}</sheetView></sheetViews>`,
    `<cols>${columns}</cols><sheetData>${rows}</sheetData>`,
    listXml('mergeCells', merges),
    listXml('dataValidations', rules),
    '<printOptions horizontalCentered="1"/>',
    '<pageMargins left="0.5" right="0.5" top="0.6" bottom="0.6" header="0.3" footer="0.3"/>',
    '<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>',
    '<headerFooter><oddFooter>&amp;C第 &amp;P 页  共 &amp;N 页</oddFooter></headerFooter>',
    '</worksheet>',
  ].join('')
}

/** A counted list; none at all where it is empty, which Excel would take for damage. */
function listXml(name: string, items: readonly string[]): string {
  return items.length === 0 ? '' : `<${name} count="${items.length}">${items.join('')}</${name}>`
}

function cellXml({ value, numeric, style }: FormCell, reference: string): string {
  const at = `r="${reference}" s="${STYLE_INDEX[style]}"`
  if (value === '') return `<c ${at}/>`
  if (typeof value === 'number' || numeric) return `<c ${at}><v>${value}</v></c>`
  return `<c ${at} t="inlineStr"><is><t xml:space="preserve">${xmlText(value)}</t></is></c>`
}

function ruleXml({ range, title, hint, check }: FormRule): string {
  const words = `showInputMessage="1" promptTitle="${xmlText(title)}" prompt="${xmlText(hint)}"`
  const refusal = `showErrorMessage="1" errorTitle="${xmlText(title)}" error="${xmlText(hint)}"`
  if (!check) return `<dataValidation sqref="${range}" allowBlank="1" ${words}/>`
  if (check.type === 'list')
    return `<dataValidation type="list" sqref="${range}" allowBlank="1" ${words} ${refusal}><formula1>"${check.choices.map(xmlText).join(',')}"</formula1></dataValidation>`
  return `<dataValidation type="${check.type}" sqref="${range}" allowBlank="1" ${words} ${refusal}><formula1>${check.from}</formula1><formula2>${check.to}</formula2></dataValidation>`
}
