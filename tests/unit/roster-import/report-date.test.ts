import { describe, expect, test } from 'vitest'
import { formOf, HEAD, NINE, personRow, registrationOf, sheetOf } from './build-sheet.ts'

const places = (registration: ReturnType<typeof registrationOf>) =>
  registration.problems.map(({ row, column, code }) => [row, column, code])
const names = (registration: ReturnType<typeof registrationOf>) =>
  registration.people.map(({ instructor }) => instructor.name)

describe('填报日期', () => {
  const withHead = (head: readonly (string | null)[], people = [personRow(1), personRow(2)]) =>
    registrationOf([sheetOf([['登记表'], head, [...NINE], ...people])])

  test.each([
    [['填报单位：甲 填表人：乙 联系电话：1 填报日期：2026年3月5日'], 1981],
    [['填报单位', '甲', '填 报 日 期', '2026.3.5'], 1981],
    [['填报日期', '2026', '年', '3', '月', '5', '日'], 1981],
    [['填报单位：甲', '填表日期: 2025-12-31'], 1980],
  ])('%j', (head, year) => {
    const read = withHead(head)
    expect(read.problems).toEqual([])
    expect(read.people[0]?.instructor.birthYear).toBe(year)
  })

  test('a date cell, and labels over their values', () => {
    const date = { kind: 'date', day: '2026-03-05' } as const
    const beside = registrationOf([sheetOf([['填报日期：', date], [...NINE], personRow(1)])])
    const below = registrationOf([
      sheetOf([['填报单位', '填表人', '联系电话', '填报日期'], ['甲', '乙', '1', date], [...NINE], personRow(1)]),
    ])
    for (const read of [beside, below]) {
      expect(read.problems).toEqual([])
      expect(read.people[0]?.instructor.birthYear).toBe(1981)
    }
    expect(below.heads[0]).toMatchObject({ unit: '甲', filledBy: '乙' })
  })

  test('below the table it counts too', () => {
    const read = registrationOf([
      sheetOf([['登记表'], [...NINE], personRow(1), ['填表人：张三', null, null, '填报日期：2026年3月5日']]),
    ])
    expect(read.problems).toEqual([])
    expect(read.people[0]?.instructor.birthYear).toBe(1981)
  })

  test('missing, not filled in or without a year: one problem of the form, not one per person', () => {
    expect(places(withHead(['填报单位：甲']))).toEqual([[3, '填报日期', 'no-report-date']])
    expect(places(withHead(['填报日期：    年  月  日']))).toEqual([[3, '填报日期', 'no-report-date']])
    expect(places(withHead(['填报日期：3月5日']))).toEqual([[2, '填报日期', 'not-a-report-date']])
    expect(withHead(['填报单位：甲']).people[0]?.instructor).not.toHaveProperty('birthYear')
  })

  test('two dates of different years are not chosen between', () => {
    const read = registrationOf([formOf([personRow(1), ['填报日期：2025年3月5日']])])
    expect(places(read)).toEqual([[5, '填报日期', 'report-dates-differ']])
    expect(read.people[0]?.instructor).not.toHaveProperty('birthYear')
  })

  test('running words that hold the label are no date', () => {
    const read = registrationOf([formOf([personRow(1), ['填表说明：年龄按填报日期当日的实足年龄填写']])])
    expect(read.problems).toEqual([])
  })

  test('not needed where the form gives birth dates; a birth date against the age is a problem', () => {
    const header = ['姓名', '性别', '出生年月', '年龄']
    const without = registrationOf([sheetOf([header, ['王明', '男', '1981年5月', null]])])
    expect(without.problems).toEqual([])
    expect(without.people[0]?.instructor.birthYear).toBe(1981)
    const against = registrationOf([
      sheetOf([HEAD, header, ['王明', '男', '1981.05', 52], ['李芳', '女', '1981.05', 44]]),
    ])
    expect(places(against)).toEqual([[3, '年龄', 'age-against-birth']])
    expect(against.people.map(person => person.instructor.birthYear)).toEqual([undefined, 1981])
  })
})

describe('专职/兼职', () => {
  test('nowhere said: all 专职, one notice and no problem; `kind` says otherwise without a notice', () => {
    const read = registrationOf([formOf([personRow(1)])])
    expect(read.problems).toEqual([])
    expect(read.notices).toContainEqual({ code: 'kind-assumed', kind: 'full-time', count: 1 })
    const told = registrationOf([formOf([personRow(1)])], 'part-time')
    expect(told.people[0]?.instructor.kind).toBe('part-time')
    expect(told.notices.filter(notice => notice.code === 'kind-assumed')).toEqual([])
  })

  test('a column, else the title, else the sheet name', () => {
    const column = registrationOf([
      sheetOf([HEAD, [...NINE, '专职/兼职'], [...personRow(1), '兼职'], [...personRow(2), '专职']]),
    ])
    expect(column.people.map(person => person.instructor.kind)).toEqual(['part-time', 'full-time'])
    const title = registrationOf([sheetOf([['兼职指导员登记表'], HEAD, [...NINE], personRow(1)])])
    expect(title.people[0]?.instructor.kind).toBe('part-time')
    const tabs = registrationOf([formOf([personRow(1)], { name: '专职' }), formOf([personRow(2)], { name: '兼职' })])
    expect(tabs.people.map(person => person.instructor.kind)).toEqual(['full-time', 'part-time'])
  })

  test('a cell that says neither leaves the row out', () => {
    const read = registrationOf([
      sheetOf([HEAD, [...NINE, '专/兼职'], [...personRow(1), '退休'], [...personRow(2), '兼职']]),
    ])
    expect(places(read)).toEqual([[3, '专/兼职', 'not-a-kind']])
    expect(names(read)).toEqual(['王明丙'])
  })

  test('level and posting', () => {
    const read = registrationOf([
      sheetOf([
        HEAD,
        [...NINE, '级别', '派驻区/产业'],
        [...personRow(1), '区级', '东城区'],
        [...personRow(2), '县级', null],
      ]),
    ])
    expect(read.people[0]?.instructor).toMatchObject({ level: 'district', posting: '东城区' })
    expect(read.people[1]?.instructor).toMatchObject({ level: '县级' })
  })
})
