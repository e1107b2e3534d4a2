import { cellText, isBlank } from './cell-text.ts'
import { fieldOf, labelOf } from './fields.ts'
import type { Header } from './find-header.ts'
import { isHeadLabel } from './head-fields.ts'
import { squeeze } from './tidy.ts'
import type { View } from './view.ts'

/**
 * What a row below a header is: `person`; `blank`; `note` (totals, remarks, signatures, titles of the next page);
 * `continued`, a row that a merged name cell covers; `nameless`, a row of data without a name.
 */
export type RowKind = 'person' | 'blank' | 'note' | 'continued' | 'nameless'

const NOTE =
  /^(?:(?:合计|总计|小计|共计|备注|附注|注|说明|填表说明|审核人?|审批人?|批准人?|负责人|单位负责人|分管领导|主管领导|经办人|联系人|签字|签名|盖章|单位盖章|公章|日期)(?=$|[^\p{Script=Han}])|第[0-9]+页|共[0-9]+[人名页])/u
// A seal or a signature at the foot of a form, often with its date beside it.
const SIGNED = /盖章|签章|签字|签名|公章/
const TITLE = /(?:登记表|花名册|名册|名单|汇总表|情况表|一览表)(?:\([^()]*\))?$/

/** What a row below a header is, from what is seen in it and where its name cell reaches. */
export function rowKind(view: View, header: Header, row: number): RowKind {
  const filled = view.spots(row).filter(spot => !isBlank(spot.cell))
  const own = filled.filter(spot => spot.top === row)
  const nameColumn = header.fields.find(column => column.field === 'name')
  if (own.length === 0 || !nameColumn) return 'blank'
  const indexColumns = header.fields.filter(column => column.field === 'index')
  const beside = own.filter(
    spot => !indexColumns.some(column => spot.left >= column.left && spot.right <= column.right),
  )
  const first = cellText(own[0]?.cell)
  if (beside.length === 0) return /^[0-9]+[.、]?$/.test(squeeze(first)) ? 'blank' : 'note'
  if (isNote(first) || isNote(cellText(beside[0]?.cell))) return 'note'

  const name = view.at(row, nameColumn.left) ?? view.at(row, nameColumn.right)
  const known = own.filter(spot =>
    header.fields.some(column => column.field !== 'index' && spot.left <= column.right && spot.right >= column.left),
  )
  if (!name || isBlank(name.cell)) {
    const signed = own.some(spot => SIGNED.test(cellText(spot.cell)) || isHeadLabel(cellText(spot.cell)))
    return known.length === 0 || signed || isAlone(beside.length, first) ? 'note' : 'nameless'
  }
  // A name's cell that reaches beyond the name's column is a line written across the table.
  if (name.left < nameColumn.left || name.right > nameColumn.right) return 'note'
  if (name.top < row) return 'continued'
  return fieldOf(labelOf(cellText(name.cell))) === 'name' ? 'note' : 'person'
}

function isNote(text: string): boolean {
  const squeezed = squeeze(text)
  return NOTE.test(squeezed) || TITLE.test(squeezed) || isHeadLabel(squeezed)
}

/** One cell of words and nothing else is a remark under the table. */
function isAlone(cells: number, text: string): boolean {
  return cells === 1 && !/^[0-9.]*$/.test(squeeze(text))
}
