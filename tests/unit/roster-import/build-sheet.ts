import type { Cell, Merge, Row, Sheet } from '#shared/domain/roster/registration/grid.ts'
import { type Registration, readRegistration } from '#shared/domain/roster/registration/read-registration.ts'

export type Value = string | number | null | Cell

export const NINE = [
  '序号',
  '指导员姓名',
  '性别',
  '年龄',
  '学历',
  '参加相关培训情况',
  '所在单位名称',
  '聘用期限(年月日-年月日)',
  '联系电话',
] as const

export const HEAD: readonly Value[] = [
  '填报单位：大连市中山区总工会',
  null,
  '填表人：张三',
  null,
  '联系电话：0411-82345678',
  null,
  null,
  '填报日期：2026年3月5日',
]

/** A person's nine cells, all clean; `changes` by column index. */
export function personRow(index: number, changes: Readonly<Record<number, Value>> = {}): readonly Value[] {
  const clean: readonly Value[] = [
    index,
    `王明${'甲乙丙丁戊己庚辛壬癸'[index % 10]}`,
    '男',
    45,
    '本科',
    '2025年市总工会培训班',
    '大连机械厂工会',
    '2024.1.1-2026.12.31',
    `1380000${String(index).padStart(4, '0')}`,
  ]
  return clean.map((value, column) => (column in changes ? (changes[column] ?? null) : value))
}

/** A sheet of rows from row 1; `hidden` rows by number. */
export function sheetOf(
  rows: readonly (readonly Value[])[],
  { name = 'Sheet1', merges = [], hidden = [], sheetHidden = false }: SheetOptions = {},
): Sheet {
  const built = rows.map(
    (values, index): Row => ({ number: index + 1, hidden: hidden.includes(index + 1), cells: values.map(cellOf) }),
  )
  return { name, hidden: sheetHidden, rows: built.filter(row => row.cells.some(cell => cell !== null)), merges }
}

type SheetOptions = {
  readonly name?: string
  readonly merges?: readonly Merge[]
  readonly hidden?: readonly number[]
  readonly sheetHidden?: boolean
}

export function cellOf(value: Value): Cell | null {
  if (value === null || value === '') return null
  if (typeof value === 'string') return { kind: 'text', text: value }
  if (typeof value === 'number') return { kind: 'number', value, text: String(value), day: null, formula: false }
  return value
}

/** The clean form: title in row 1, head in row 2, header in row 3, people from row 4. */
export function formOf(people: readonly (readonly Value[])[], options: SheetOptions = {}): Sheet {
  return sheetOf([['大连市集体协商指导员登记表'], HEAD, [...NINE], ...people], options)
}

export function registrationOf(sheets: readonly Sheet[], kind?: 'full-time' | 'part-time'): Registration {
  const read = readRegistration(sheets, kind ? { kind } : {})
  if (!read.ok) throw new Error(`no roster: ${read.error.code}`)
  return read.value
}
