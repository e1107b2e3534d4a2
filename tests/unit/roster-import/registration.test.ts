import { describe, expect, test } from 'vitest'
import { instructorSchema } from '#shared/domain/roster/instructor.ts'
import { problemLine } from '#shared/domain/roster/registration/problem-words.ts'
import { readRegistration } from '#shared/domain/roster/registration/read-registration.ts'
import { cellOf, formOf, personRow, registrationOf, sheetOf } from './build-sheet.ts'

const places = (registration: ReturnType<typeof registrationOf>) =>
  registration.problems.map(({ row, column, code }) => [row, column, code])
const names = (registration: ReturnType<typeof registrationOf>) =>
  registration.people.map(({ instructor }) => instructor.name)

describe('a clean form', () => {
  test('comes out whole, with ids in row order and no problem', () => {
    const read = registrationOf([formOf([personRow(1), personRow(2, { 3: '46岁' })])])
    expect(read.problems).toEqual([])
    expect(read.people.map(person => person.instructor)).toEqual([
      {
        id: 'i01',
        name: '王明乙',
        sex: '男',
        birthYear: 1981,
        education: '本科',
        training: '2025年市总工会培训班',
        unit: '大连机械厂工会',
        kind: 'full-time',
        engagedFrom: '2024-01-01',
        engagedTo: '2026-12-31',
        phone: '13800000001',
      },
      expect.objectContaining({ id: 'i02', name: '王明丙', birthYear: 1980 }),
    ])
    expect(read.heads).toEqual([
      expect.objectContaining({ unit: '大连市中山区总工会', filledBy: '张三', phone: '0411-82345678' }),
    ])
  })

  test('ids are as wide as the count needs', () => {
    const people = Array.from({ length: 120 }, (_, index) =>
      personRow(index + 1, { 1: `王${'一'.repeat((index % 9) + 1)}` }),
    )
    const ids = registrationOf([formOf(people)]).people.map(person => person.instructor.id)
    expect(ids[0]).toBe('i001')
    expect(ids.at(-1)).toBe('i120')
    expect(new Set(ids).size).toBe(120)
  })
})

describe('a cell that would have to be guessed is a problem, and the rest of its row is read', () => {
  test.each([
    [2, 'M', '性别', 'not-a-sex'],
    [3, '四十五左右', '年龄', 'not-an-age'],
    [3, '450', '年龄', 'age-out-of-range'],
    [7, '2024.01-2026.12', '聘用期限(年月日-年月日)', 'term-without-day'],
    [7, cellOf({ kind: 'date', day: '2024-01-01' }), '聘用期限(年月日-年月日)', 'term-of-one-day'],
    [8, '1.38E+10', '联系电话', 'phone-scientific'],
    [8, '138123', '联系电话', 'not-a-phone'],
    [8, '138123456', '联系电话', 'not-a-phone'],
    [4, cellOf({ kind: 'error', text: '#REF!' }), '学历', 'formula-error'],
    [3, cellOf({ kind: 'number', value: 0, text: '0', day: null, formula: true }), '年龄', 'formula-without-value'],
    [5, 'a'.repeat(20_001), '参加相关培训情况', 'too-long'],
    [6, '大连厂 110105194912310021', '所在单位名称', 'identity-number'],
  ])('column %i', (column, value, label, code) => {
    const read = registrationOf([formOf([personRow(1, { [column]: value }), personRow(2)])])
    expect(places(read)).toEqual([[4, label, code]])
    expect(names(read)).toEqual(['王明乙', '王明丙'])
    const person = read.people[0]?.instructor
    if (column === 3) expect(person?.birthYear).toBeUndefined()
    if (column === 7) expect(person).not.toHaveProperty('engagedFrom')
    if (column === 8) expect(person).not.toHaveProperty('phone')
  })

  test('a row without a readable name is not read, and says so', () => {
    const read = registrationOf([
      formOf([personRow(1, { 1: '王明（组长）' }), personRow(2, { 1: null }), personRow(3)]),
    ])
    expect(places(read)).toEqual([
      [4, '指导员姓名', 'not-a-name'],
      [5, '指导员姓名', 'name-missing'],
    ])
    expect(names(read)).toEqual(['王明丁'])
  })

  test('a message names row, column and cell and says what to do', () => {
    const [problem] = registrationOf([formOf([personRow(1), personRow(2, { 3: '四十五左右' })])]).problems
    expect(problem && problemLine(problem)).toBe('第 5 行 年龄：“四十五左右”不是数字，请填实足年龄')
  })

  test('no message repeats an identity number or a telephone number', () => {
    const id = '11010519491231002X'
    const read = registrationOf([
      formOf([
        personRow(1, { 1: `王明 ${id}` }),
        personRow(2, { 3: id, 5: id, 7: id, 8: id }),
        personRow(3, { 3: '13812345678', 7: '13812345678' }),
      ]),
    ])
    const said = JSON.stringify([read, read.problems.map(problemLine)])
    expect(read.problems.length).toBeGreaterThanOrEqual(6)
    expect(said).not.toContain(id)
    expect(read.problems.map(problemLine).join()).not.toContain('13812345678')
  })
})

describe('several people and sheets', () => {
  test('a row equal to an earlier one is left out; people of one name are told, not judged', () => {
    const read = registrationOf([formOf([personRow(1), personRow(1), personRow(2, { 1: '王明乙' })])])
    expect(places(read)).toEqual([[5, '指导员姓名', 'duplicate-row']])
    expect(read.people).toHaveLength(2)
    expect(read.notices).toContainEqual({
      code: 'same-name',
      name: '王明乙',
      places: [
        { sheet: 'Sheet1', row: 4 },
        { sheet: 'Sheet1', row: 6 },
      ],
    })
  })

  test('a sheet of a few columns beside a form is no second roster; hidden sheets are not read, hidden rows are', () => {
    const read = registrationOf([
      formOf([personRow(1), personRow(2)], { name: '登记表', hidden: [5] }),
      sheetOf(
        [
          ['姓名', '单位', '签名'],
          ['王明乙', '甲', null],
        ],
        { name: '签到' },
      ),
      formOf([personRow(3)], { name: '去年', sheetHidden: true }),
    ])
    expect(names(read)).toEqual(['王明乙', '王明丙'])
    expect(read.notices).toEqual(
      expect.arrayContaining([
        { code: 'hidden-rows', sheet: '登记表', rows: [5] },
        { code: 'other-sheet', sheet: '签到' },
        { code: 'hidden-sheet', sheet: '去年' },
      ]),
    )
  })

  test('a list of a few columns alone is a roster; tables without people are none', () => {
    expect(
      names(
        registrationOf([
          sheetOf([
            ['姓名', '电话'],
            ['王明', '13800000001'],
          ]),
        ]),
      ),
    ).toEqual(['王明'])
    expect(
      readRegistration([
        sheetOf([
          ['商品', '价格'],
          ['苹果', 3],
        ]),
      ]),
    ).toEqual({ ok: false, error: { code: 'no-header' } })
    expect(
      readRegistration([
        sheetOf([
          ['姓名', '得分'],
          ['王明', 90],
        ]),
      ]),
    ).toEqual({ ok: false, error: { code: 'no-header' } })
    expect(readRegistration([])).toEqual({ ok: false, error: { code: 'no-header' } })
    expect(readRegistration([formOf([personRow(1)], { name: '表', sheetHidden: true })])).toEqual({
      ok: false,
      error: { code: 'only-hidden', sheet: '表' },
    })
  })

  test('blank cells are told by column and row, not made problems', () => {
    const read = registrationOf([formOf([personRow(1, { 8: null }), personRow(2, { 4: '-' })])])
    expect(read.problems).toEqual([])
    expect(read.notices).toContainEqual({ code: 'blank', sheet: 'Sheet1', column: '联系电话', rows: [4] })
    expect(read.notices).toContainEqual({ code: 'blank', sheet: 'Sheet1', column: '学历', rows: [5] })
    for (const { instructor } of read.people) expect(instructorSchema.safeParse(instructor).success).toBe(true)
  })
})
