/** How a form's cells look: `text`, `left` and `note` are kept as text by Excel (a phone's zeros, a term's dots). */
export const STYLE_INDEX = {
  plain: 0,
  title: 1,
  head: 2,
  header: 3,
  number: 4,
  text: 5,
  left: 6,
  note: 7,
  decimal: 8,
} as const
export type FormStyle = keyof typeof STYLE_INDEX

// Built-in number formats (ECMA-376 part 1, 18.8.30): General, 0.00 and @.
const GENERAL = 0
const TWO_PLACES = 2
const TEXT = 49

const font = (size: number, bold: boolean) =>
  `<font>${bold ? '<b/>' : ''}<sz val="${size}"/><name val="宋体"/><charset val="134"/></font>`
const side = (name: string) => `<${name} style="thin"><color auto="1"/></${name}>`
const format = (look: {
  font: number
  border: 0 | 1
  fill?: 2
  format?: number
  align: 'left' | 'center'
  wrap?: boolean
}) =>
  `<xf numFmtId="${look.format ?? GENERAL}" fontId="${look.font}" fillId="${look.fill ?? 0}" borderId="${look.border}" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"><alignment horizontal="${look.align}" vertical="center"${look.wrap ? ' wrapText="1"' : ''}/></xf>`

/** The styles part shared by all forms; `STYLE_INDEX` are places in its list of cell formats. */
export const FORM_STYLES_XML = [
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>',
  '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">',
  `<fonts count="3">${font(11, false)}${font(18, true)}${font(11, true)}</fonts>`,
  '<fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>',
  '<fill><patternFill patternType="solid"><fgColor rgb="FFF2F2F2"/><bgColor indexed="64"/></patternFill></fill></fills>',
  '<borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border>',
  `<border>${['left', 'right', 'top', 'bottom'].map(side).join('')}<diagonal/></border></borders>`,
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>',
  '<cellXfs count="9">',
  '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>',
  format({ font: 1, border: 0, align: 'center' }),
  format({ font: 0, border: 0, align: 'left', format: TEXT }),
  format({ font: 2, border: 1, fill: 2, align: 'center', wrap: true }),
  format({ font: 0, border: 1, align: 'center' }),
  format({ font: 0, border: 1, align: 'center', format: TEXT, wrap: true }),
  format({ font: 0, border: 1, align: 'left', format: TEXT, wrap: true }),
  format({ font: 0, border: 0, align: 'left', format: TEXT, wrap: true }),
  format({ font: 0, border: 1, align: 'center', format: TWO_PLACES }),
  '</cellXfs>',
  '<cellStyles count="1"><cellStyle name="常规" xfId="0" builtinId="0"/></cellStyles>',
  '</styleSheet>',
].join('')
