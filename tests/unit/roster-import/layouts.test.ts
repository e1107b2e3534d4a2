import { describe, expect, test } from 'vitest'
import { formOf, HEAD, NINE, personRow, registrationOf, sheetOf } from './build-sheet.ts'

const places = (registration: ReturnType<typeof registrationOf>) =>
  registration.problems.map(({ row, column, code }) => [row, column, code])
const names = (registration: ReturnType<typeof registrationOf>) =>
  registration.people.map(({ instructor }) => instructor.name)

describe('layouts that offices send', () => {
  test('blank rows, numbered empty rows, repeated headers, totals, notes and signatures are no people', () => {
    const read = registrationOf([
      formOf([
        personRow(1),
        [],
        [2],
        ['3', null, '-', '—', '/'],
        ['大连市集体协商指导员登记表'],
        HEAD,
        [...NINE],
        personRow(4),
        ['合计', '2人'],
        [null, '共2人'],
        ['备注：以上人员均已培训'],
        ['审核人：', null, null, '（盖章）'],
        ['第 1 页 共 2 页'],
        [null, null, null, null, null, null, '中山区总工会（盖章）', '2026年3月5日'],
        [null, null, null, null, null, null, null, '2026年3月5日'],
      ]),
    ])
    expect(read.problems).toEqual([])
    expect(names(read)).toEqual(['王明乙', '王明戊'])
    expect(read.people.map(person => person.row)).toEqual([4, 11])
  })

  test('headers with spaces, breaks, marks and other words; columns in any order', () => {
    const read = registrationOf([
      sheetOf([
        HEAD,
        ['手机号码', '姓 名', '*性\n别', '工作单位', '年龄\n（周岁）', '聘　期', '文化程度', '民族'],
        ['13800000001', '王明', '男', '机械厂', '45', '2024.1.1-2026.12.31', '本科', '汉'],
      ]),
    ])
    expect(read.problems).toEqual([])
    expect(read.people[0]?.instructor).toMatchObject({
      name: '王明',
      sex: '男',
      unit: '机械厂',
      birthYear: 1981,
      engagedTo: '2026-12-31',
      education: '本科',
      phone: '13800000001',
    })
    expect(read.notices).toContainEqual({ code: 'unread-columns', sheet: 'Sheet1', columns: ['民族'] })
  })

  test('a unit merged down belongs to each of its rows; a name merged down is one person', () => {
    const merges = [
      { top: 4, left: 6, bottom: 6, right: 6 },
      { top: 6, left: 1, bottom: 7, right: 1 },
    ]
    const read = registrationOf([
      formOf(
        [
          personRow(1, { 6: '中山区总工会' }),
          personRow(2, { 6: null }),
          personRow(3, { 6: null }),
          [null, null, null, null, null, '2024年区培训班'],
        ],
        { merges },
      ),
    ])
    expect(read.people.map(person => person.instructor.unit)).toEqual(['中山区总工会', '中山区总工会', '中山区总工会'])
    expect(places(read)).toEqual([[7, '指导员姓名', 'name-merged']])
  })

  test('every column merged over two, as forms drawn in Word style have it', () => {
    const wide = (values: readonly (string | number | null)[]) => values.flatMap(value => [value, null])
    const rows = [
      HEAD,
      wide([...NINE]),
      wide(personRow(1) as (string | number)[]),
      wide(personRow(2) as (string | number)[]),
    ]
    const merges = [2, 3, 4].flatMap(row =>
      NINE.map((_, index) => ({ top: row, left: index * 2, bottom: row, right: index * 2 + 1 })),
    )
    const read = registrationOf([sheetOf(rows, { merges })])
    expect(read.problems).toEqual([])
    expect(names(read)).toEqual(['王明乙', '王明丙'])
    expect(read.people[0]?.instructor.engagedFrom).toBe('2024-01-01')
  })

  test('a term in two columns under one header, with and without 起 and 止 below it', () => {
    const header = ['序号', '姓名', '性别', '聘用期限', null]
    const two = [{ top: 1, left: 3, bottom: 1, right: 4 }]
    const plain = registrationOf([sheetOf([header, [1, '王明', '男', '2024.1.1', '2026.12.31']], { merges: two })])
    const split = registrationOf([
      sheetOf(
        [header, [null, null, null, '起', '止'], [1, '王明', '男', '2024.1.1', { kind: 'date', day: '2026-12-31' }]],
        {
          merges: [...two, ...[0, 1, 2].map(left => ({ top: 1, left, bottom: 2, right: left }))],
        },
      ),
    ])
    const unmerged = registrationOf([
      sheetOf([header, [null, null, null, '开始日期', '结束日期'], [1, '王明', '男', '2024.1.1', '2026.12.31']], {
        merges: two,
      }),
    ])
    const serial = { kind: 'number', value: 45_292, text: '45292', day: '2024-01-01', formula: false } as const
    const apart = registrationOf([
      sheetOf([
        ['姓名', '聘用起始日期', '聘用截止日期'],
        ['王明', serial, 20261231],
      ]),
    ])
    for (const read of [plain, split, unmerged, apart]) {
      expect(read.problems).toEqual([])
      expect(read.people[0]?.instructor).toMatchObject({ engagedFrom: '2024-01-01', engagedTo: '2026-12-31' })
    }
  })

  test('phones in two columns, and a phone kept as a number', () => {
    const read = registrationOf([
      sheetOf([
        ['姓名', '单位', '手机', '办公电话'],
        ['王明', '甲', { kind: 'number', value: 13812345678, text: '1.38E+10', day: null, formula: false }, '82345678'],
        ['李芳', '乙', '13900000000', '无'],
      ]),
    ])
    expect(read.people.map(person => person.instructor.phone)).toEqual(['13812345678、82345678', '13900000000'])
    expect(read.problems).toEqual([])
  })

  test('two columns for one thing are not chosen between', () => {
    const read = registrationOf([sheetOf([HEAD, ['姓名', '年龄', '实足年龄', '单位'], ['王明', 45, 46, '甲']])])
    expect(places(read)).toEqual([[2, '年龄', 'duplicate-column']])
    expect(read.people[0]?.instructor).not.toHaveProperty('birthYear')
    const side = registrationOf([
      sheetOf([
        ['姓名', '单位', '姓名', '单位'],
        ['王明', '甲', '李芳', '乙'],
      ]),
    ])
    expect(side.people).toEqual([])
    expect(side.problems.map(problem => problem.code)).toEqual(['duplicate-column', 'duplicate-column'])
  })

  test('an identity number column is never read: one problem, by header or by what it holds', () => {
    const id = '11010519491231002X'
    const read = registrationOf([
      sheetOf([HEAD, [...NINE, '身份证号', '证件'], [...personRow(1), id, null], [...personRow(2), id, `居民${id}`]]),
    ])
    expect(places(read)).toEqual([
      [2, '身份证号', 'identity-column'],
      [2, '证件', 'identity-column'],
    ])
    expect(JSON.stringify(read)).not.toContain(id)
  })

  test('an empty form says that nobody is in it', () => {
    expect(places(registrationOf([formOf([[1], [2]])]))).toEqual([[3, '指导员姓名', 'nobody']])
  })
})
