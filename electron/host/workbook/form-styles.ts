/** How a form's cells look: `text` and `left` are kept as text by Excel (a phone's zeros, a term's dots). */
export const STYLE_INDEX = { plain: 0, title: 1, head: 2, header: 3, number: 4, text: 5, left: 6, note: 7 } as const
export type FormStyle = keyof typeof STYLE_INDEX

const font = (size: number, bold: boolean) =>
  `<font>${bold ? '<b/>' : ''}<sz val="${size}"/><name val="宋体"/><charset val="134"/></font>`
const side = (name: string) => `<${name} style="thin"><color auto="1"/></${name}>`
const format = (look: {
  font: number
  border: 0 | 1
  fill?: 2
  text?: boolean
  align: 'left' | 'center'
  wrap?: boolean
}) =>
  `<xf numFmtId="${look.text ? 49 : 0}" fontId="${look.font}" fillId="${look.fill ?? 0}" borderId="${look.border}" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"><alignment horizontal="${look.align}" vertical="center"${look.wrap ? ' wrapText="1"' : ''}/></xf>`

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
  '<cellXfs count="8">',
  '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>',
  format({ font: 1, border: 0, align: 'center' }),
  format({ font: 0, border: 0, align: 'left', text: true }),
  format({ font: 2, border: 1, fill: 2, align: 'center', wrap: true }),
  format({ font: 0, border: 1, align: 'center' }),
  format({ font: 0, border: 1, align: 'center', text: true, wrap: true }),
  format({ font: 0, border: 1, align: 'left', text: true, wrap: true }),
  format({ font: 0, border: 0, align: 'left', text: true, wrap: true }),
  '</cellXfs>',
  '<cellStyles count="1"><cellStyle name="常规" xfId="0" builtinId="0"/></cellStyles>',
  '</styleSheet>',
].join('')
