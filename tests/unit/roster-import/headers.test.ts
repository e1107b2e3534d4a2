import { describe, expect, test } from 'vitest'
import { fieldOf, fieldOfTwo, isIdentityLabel } from '#shared/domain/roster/registration/fields.ts'
import { NINE } from './build-sheet.ts'

// A header that is not recognised loses a whole column; one that is taken for another fills it with the wrong words.
describe('headers', () => {
  test('the nine of the form', () => {
    expect(NINE.map(fieldOf)).toEqual(['index', 'name', 'sex', 'age', 'education', 'training', 'unit', 'term', 'phone'])
  })

  test.each([
    ['姓 名', 'name'],
    ['集体协商指导员姓名', 'name'],
    ['专职指导员姓名', 'name'],
    ['年龄（周岁）', 'age'],
    ['*手机号码：', 'phone'],
    ['联系电话（手机）', 'phone'],
    ['联系电话/手机', 'phone'],
    ['参加业务培训情况', 'training'],
    ['聘用期限 年月日—年月日', 'term'],
    ['聘用期限（年、月、日－年、月、日）', 'term'],
    ['聘期', 'term'],
    ['出生年月日', 'birth'],
    ['学历/学位', 'education'],
    ['专（兼）职', 'kind'],
    ['是否专职', 'kind'],
    ['指导员级别', 'level'],
    ['派驻区/产业', 'posting'],
    ['填表人姓名', null],
    ['联系人姓名', null],
    ['紧急联系电话', null],
    ['培训次数', null],
    ['专职指导员人数', null],
    ['专职集体协商指导员登记表', null],
    ['备注', null],
    ['得分', null],
    ['', null],
    ['__proto__', null],
    ['constructor', null],
  ])('%j → %s', (label, field) => {
    expect(fieldOf(label)).toBe(field)
  })

  test.each([
    ['聘用期限', '起', 'engagedFrom'],
    ['聘用期限', '截止日期', 'engagedTo'],
    ['联系方式', '手机', 'phone'],
    ['基本情况', '性别', 'sex'],
    ['年龄', '周岁', 'age'],
    ['其他', '说明', null],
  ])('%s over %s → %s', (upper, lower, field) => {
    expect(fieldOfTwo(upper, lower)).toBe(field)
  })

  test('identity numbers announce themselves', () => {
    expect(['身份证号', '居民身份证号码', '公民身份号码', '证件号码', '身 份 证'].map(isIdentityLabel)).toEqual(
      Array(5).fill(true),
    )
    expect(isIdentityLabel('联系电话')).toBe(false)
  })
})
