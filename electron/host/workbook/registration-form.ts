import type { Instructor } from '#shared/domain/roster/instructor.ts'
import { FIELD_WORDS } from '#shared/domain/roster/registration/fields.ts'
import { KIND_WORDS, LEVEL_WORDS } from '#shared/domain/roster/words.ts'
import type { FormCell, FormRule, FormSheet } from './form-sheet.ts'
import { columnLetters } from './form-sheet.ts'
import { rowHeight } from './row-height.ts'

/** What a registration form is filled with; `reportDate` is `2026-03-05`, '' where it is left to be filled in. */
export type RegistrationFormData = {
  readonly title: string
  /** What the column of names is called; left out: 指导员姓名. */
  readonly nameHead?: string | undefined
  readonly unit: string
  readonly filledBy: string
  readonly phone: string
  readonly reportDate: string
  readonly people: readonly Omit<Instructor, 'id'>[]
  /** Empty numbered rows after the people. */
  readonly emptyRows: number
  /** Adds 专职/兼职, 级别 and 派驻区/产业 to the right of the nine columns. */
  readonly more: boolean
}

const NOTE =
  '填表说明：年龄填填报日期当日的实足年龄；聘用期限写到日，如 2024.1.1-2026.12.31；一人一行，两个电话用顿号隔开；不填身份证号，不贴照片。'
const NINE: readonly (readonly [string, number])[] = [
  [FIELD_WORDS.index, 6],
  [FIELD_WORDS.name, 16],
  [FIELD_WORDS.sex, 6],
  [FIELD_WORDS.age, 6],
  [FIELD_WORDS.education, 10],
  [FIELD_WORDS.training, 32],
  [FIELD_WORDS.unit, 28],
  [`${FIELD_WORDS.term}\n(年月日-年月日)`, 25],
  [FIELD_WORDS.phone, 16],
]
const MORE: readonly (readonly [string, number])[] = [
  [FIELD_WORDS.kind, 10],
  [FIELD_WORDS.level, 8],
  [FIELD_WORDS.posting, 14],
]
const HEADER_ROW = 3

/** The Dalian registration form (大连 2015-03-27, FORMS.md): title, head, nine columns, one row per person. */
export function registrationForm(data: RegistrationFormData): FormSheet {
  const nine = NINE.map(([head, width]) => [head === FIELD_WORDS.name ? (data.nameHead ?? head) : head, width] as const)
  const columns = data.more ? [...nine, ...MORE] : nine
  const widths = columns.map(([, width]) => width)
  const last = columnLetters(columns.length - 1)
  const across = (value: string, style: FormCell['style']) =>
    columns.map((_, index): FormCell => ({ value: index === 0 ? value : '', style }))
  const reportYear = Number(data.reportDate.slice(0, 4))
  const people = data.people.map((person, index) => {
    const cells = personCells(person, index + 1, reportYear).slice(0, columns.length)
    return { height: rowHeight(cells, widths), cells }
  })
  const empty = Array.from({ length: data.emptyRows }, (_, index) => ({
    height: 24,
    cells: columns.map((_, column) => emptyCell(column, people.length + index + 1)),
  }))
  const firstRow = HEADER_ROW + 1
  const lastRow = HEADER_ROW + people.length + empty.length
  return {
    name: '登记表',
    widths,
    headerRow: HEADER_ROW,
    rows: [
      { height: 36, cells: across(data.title, 'title') },
      { height: 24, cells: headCells(data, columns.length) },
      { height: 36, cells: columns.map(([value]) => ({ value, style: 'header' })) },
      ...people,
      ...empty,
      { height: 36, cells: across(NOTE, 'note') },
    ],
    merges: [`A1:${last}1`, 'A2:D2', 'E2:F2', `H2:${last}2`, `A${lastRow + 1}:${last}${lastRow + 1}`],
    rules: rules(firstRow, Math.max(firstRow, lastRow), data.more),
  }
}

function headCells(data: RegistrationFormData, columns: number): readonly FormCell[] {
  const date = data.reportDate === '' ? '    年  月  日' : chineseDate(data.reportDate)
  const at = new Map([
    [0, `填报单位：${data.unit}`],
    [4, `填表人：${data.filledBy}`],
    [6, `联系电话：${data.phone}`],
    [7, `填报日期：${date}`],
  ])
  return Array.from({ length: columns }, (_, column) => ({ value: at.get(column) ?? '', style: 'head' }))
}

function personCells(person: Omit<Instructor, 'id'>, index: number, reportYear: number): readonly FormCell[] {
  const text = (value: string | undefined): FormCell => ({ value: value ?? '', style: 'text' })
  const left = (value: string | undefined): FormCell => ({ value: value ?? '', style: 'left' })
  const age = person.birthYear === undefined || Number.isNaN(reportYear) ? '' : reportYear - person.birthYear
  const term = person.engagedFrom && person.engagedTo ? `${dotted(person.engagedFrom)}-${dotted(person.engagedTo)}` : ''
  return [
    { value: index, style: 'number' },
    text(person.name),
    text(person.sex),
    { value: age, style: 'number' },
    text(person.education),
    left(person.training),
    left(person.unit),
    text(term),
    text(person.phone?.replaceAll('、', '\n')),
    text(KIND_WORDS.get(person.kind)),
    text(person.level === undefined ? '' : (LEVEL_WORDS.get(person.level) ?? person.level)),
    text(person.posting),
  ]
}

function emptyCell(column: number, index: number): FormCell {
  if (column === 0) return { value: index, style: 'number' }
  return { value: '', style: column === 3 ? 'number' : column === 5 || column === 6 ? 'left' : 'text' }
}

function rules(first: number, last: number, more: boolean): readonly FormRule[] {
  const range = (column: string) => `${column}${first}:${column}${last}`
  return [
    { range: range('C'), title: '性别', hint: '请填“男”或“女”', check: { type: 'list', choices: ['男', '女'] } },
    {
      range: range('D'),
      title: '年龄',
      hint: '填报日期当日的实足年龄，只填数字',
      check: { type: 'whole', from: 16, to: 100 },
    },
    { range: range('H'), title: '聘用期限', hint: '写到日，如 2024.1.1-2026.12.31', check: null },
    { range: range('I'), title: '联系电话', hint: '手机 11 位；座机写成 0411-82345678', check: null },
    ...(more
      ? [
          {
            range: range('J'),
            title: '专职/兼职',
            hint: '请填“专职”或“兼职”',
            check: { type: 'list' as const, choices: ['专职', '兼职'] },
          },
        ]
      : []),
  ]
}

/** `2024-01-05` → `2024.1.5`. */
function dotted(day: string): string {
  return day.split('-').map(Number).join('.')
}

function chineseDate(day: string): string {
  const [year, month, date] = day.split('-').map(Number)
  return `${year}年${month}月${date}日`
}
