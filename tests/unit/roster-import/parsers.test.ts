import { describe, expect, test } from 'vitest'
import { holdsIdentityNumber } from '#shared/domain/roster/registration/identity-number.ts'
import { parseAge } from '#shared/domain/roster/registration/parse-age.ts'
import { parseBirthYear } from '#shared/domain/roster/registration/parse-birth-year.ts'
import { parseDay } from '#shared/domain/roster/registration/parse-day.ts'
import { kindOfTitle, parseKind } from '#shared/domain/roster/registration/parse-kind.ts'
import { parseLevel } from '#shared/domain/roster/registration/parse-level.ts'
import { parseName } from '#shared/domain/roster/registration/parse-name.ts'
import { parsePhone } from '#shared/domain/roster/registration/parse-phone.ts'
import { parseReportYear } from '#shared/domain/roster/registration/parse-report-year.ts'
import { parseSex } from '#shared/domain/roster/registration/parse-sex.ts'
import { parseTerm } from '#shared/domain/roster/registration/parse-term.ts'
import type { CellFault } from '#shared/domain/roster/registration/problem.ts'
import type { Result } from '#shared/lib/result.ts'

/** The value, or the fault's code in brackets. */
function outcome<T>(result: Result<T, CellFault>): T | string {
  return result.ok ? result.value : `[${result.error.code}]`
}

describe('names: a parser that keeps spaces makes two people of one, one that eats notes makes one of two', () => {
  test.each([
    ['王 明', '王明'],
    ['王　明', '王明'],
    [' 王\u00a0 明\u200b', '王明'],
    ['王\n明', '王明'],
    ['买买提·艾力', '买买提·艾力'],
    ['买买提•艾力', '买买提·艾力'],
    ['阿依古丽 ・ 买买提', '阿依古丽·买买提'],
    ['欧阳建国', '欧阳建国'],
    ['㛃𠅤', '㛃𠅤'],
    ['Ｔｏｍ', 'Tom'],
    ['王××', '王××'],
    ['甲', '甲'],
    ['王明（组长）', '[not-a-name]'],
    ['王明、李芳', '[not-a-name]'],
    ['王明/李芳', '[not-a-name]'],
    ['王明\n李芳', '[not-a-name]'],
    ['买买提.艾力', '[not-a-name]'],
    ['123', '[not-a-name]'],
    ['——', '[not-a-name]'],
    ['王'.repeat(31), '[not-a-name]'],
  ])('%j → %s', (text, expected) => {
    expect(outcome(parseName(text))).toBe(expected)
  })
})

describe('sex: a letter or a code taken as a word', () => {
  test.each([
    ['男', '男'],
    [' 女 ', '女'],
    ['男性', '男'],
    ['M', '[not-a-sex]'],
    ['1', '[not-a-sex]'],
    ['男女', '[not-a-sex]'],
    ['', '[not-a-sex]'],
  ])('%j → %s', (text, expected) => {
    expect(outcome(parseSex(text))).toBe(expected)
  })
})

describe('age: a number read out of words that do not state one', () => {
  test.each([
    ['45', 45],
    ['４５', 45],
    ['45岁', 45],
    ['45 周岁', 45],
    ['45.0', 45],
    ['16', 16],
    ['100', 100],
    ['15', '[age-out-of-range]'],
    ['450', '[age-out-of-range]'],
    ['1981', '[age-out-of-range]'],
    ['45.5', '[not-an-age]'],
    ['-45', '[not-an-age]'],
    ['四十五', '[not-an-age]'],
    ['四十五左右', '[not-an-age]'],
    ['45左右', '[not-an-age]'],
    ['45/46', '[not-an-age]'],
    ['虚岁46', '[not-an-age]'],
    ['9'.repeat(400), '[not-an-age]'],
  ])('%j → %s', (text, expected) => {
    expect(outcome(parseAge(text))).toBe(expected)
  })
})

describe('days: a missing part filled in, or a day that the calendar lacks', () => {
  test.each([
    ['2024.1.5', '2024-01-05'],
    ['2024年1月5日', '2024-01-05'],
    ['2024 年 1 月 5 日', '2024-01-05'],
    ['2024/01/05', '2024-01-05'],
    ['2024-1-5 00:00:00', '2024-01-05'],
    ['2024-01-05T00:00:00', '2024-01-05'],
    ['20240105', '2024-01-05'],
    ['２０２４．１．５', '2024-01-05'],
    ['2024。1。5', '2024-01-05'],
    ['2024.2.29', '2024-02-29'],
    ['2023.2.29', '[no-such-day]'],
    ['2024.4.31', '[no-such-day]'],
    ['2024.13.1', '[no-such-day]'],
    ['2024.0.1', '[no-such-day]'],
    ['1024.1.1', '[no-such-day]'],
    ['2024.1', '[not-a-day]'],
    ['24.1.5', '[not-a-day]'],
    ['5/1/2024', '[not-a-day]'],
    ['2024.1-5', '[not-a-day]'],
    ['2024年', '[not-a-day]'],
    ['45292', '[not-a-day]'],
  ])('%j → %s', (text, expected) => {
    expect(outcome(parseDay(text))).toBe(expected)
  })
})

describe('terms: a day guessed, ends crossed, or a common way of writing refused', () => {
  const whole = { from: '2024-01-01', to: '2026-12-31' }
  test.each([
    ['2024.1.1-2026.12.31', whole],
    ['2024.01.01—2026.12.31', whole],
    ['2024.1.1——2026.12.31', whole],
    ['2024.1.1～2026.12.31', whole],
    ['2024.1.1至2026.12.31', whole],
    ['2024.1.1 - 2026.12.31', whole],
    ['2024/1/1—2026/12/31', whole],
    ['2024-1-1-2026-12-31', whole],
    ['2024-01-01 至 2026-12-31', whole],
    ['2024-01-01 00:00:00至2026-12-31 00:00:00', whole],
    ['20240101-20261231', whole],
    ['2024年1月1日至2026年12月31日', whole],
    ['自2024年1月1日起至2026年12月31日止', whole],
    ['2024年1月1日\n2026年12月31日', whole],
    ['2024年1月1日-\n2026年12月31日', whole],
    ['２０２４．１．１－２０２６．１２．３１', whole],
    ['2024.1.1-2026.12.31。', whole],
    ['2024.1.1-2024.1.1', { from: '2024-01-01', to: '2024-01-01' }],
    ['2024.01-2026.12', '[term-without-day]'],
    ['2024年1月-2026年12月', '[term-without-day]'],
    ['2024-2026', '[term-without-day]'],
    ['2024年至2026年', '[term-without-day]'],
    ['2024-01-2026-12', '[term-without-day]'],
    ['2024.1.1', '[term-of-one-day]'],
    ['2024.1.1起', '[term-of-one-day]'],
    ['2024.1.1-', '[term-of-one-day]'],
    ['2026.12.31-2024.1.1', '[term-crossed]'],
    ['2024.2.30-2026.12.31', '[no-such-day]'],
    ['2024.1.1-12.31', '[not-a-term]'],
    ['2024.1.1-至今', '[not-a-term]'],
    ['2024.1.1起三年', '[not-a-term]'],
    ['24.1.1-26.12.31', '[not-a-term]'],
    ['三年', '[not-a-term]'],
    ['长期', '[not-a-term]'],
    ['', '[not-a-term]'],
  ])('%j → %j', (text, expected) => {
    expect(outcome(parseTerm(text))).toEqual(expected)
  })
})

describe('phones: digits lost, two numbers run together, a wrong number taken', () => {
  test.each([
    ['13812345678', '13812345678'],
    ['１３８１２３４５６７８', '13812345678'],
    ["'13812345678", '13812345678'],
    ['138 1234 5678', '13812345678'],
    ['138-1234-5678', '13812345678'],
    ['+86 13812345678', '13812345678'],
    ['8613812345678', '13812345678'],
    ['0411-82345678', '0411-82345678'],
    ['(0411)82345678', '0411-82345678'],
    ['041182345678', '0411-82345678'],
    ['01082345678', '010-82345678'],
    ['0411—82345678', '0411-82345678'],
    ['0411-82345678转801', '0411-82345678-801'],
    ['82345678', '82345678'],
    ['8613812', '8613812'],
    ['400-123-4567', '400-123-4567'],
    ['手机：13812345678', '13812345678'],
    ['13812345678/0411-82345678', '13812345678、0411-82345678'],
    ['13812345678、13912345678', '13812345678、13912345678'],
    ['13812345678 13912345678', '13812345678、13912345678'],
    ['13812345678\n82345678', '13812345678、82345678'],
    ['办公电话82345678，手机13812345678', '82345678、13812345678'],
    ['13812345678；13812345678', '13812345678'],
    ['1381234567', '[not-a-phone]'],
    ['138123456789', '[not-a-phone]'],
    ['12812345678', '[not-a-phone]'],
    ['41182345678', '[not-a-phone]'],
    ['1381234567813912345678', '[not-a-phone]'],
    ['13812345678（微信同号）', '[not-a-phone]'],
    ['138****5678', '[not-a-phone]'],
    ['1.38E+10', '[phone-scientific]'],
    ['见附表', '[not-a-phone]'],
  ])('%j → %s', (text, expected) => {
    expect(outcome(parsePhone(text))).toBe(expected)
  })

  test('a fault never repeats the digits', () => {
    const fault = parsePhone('1381234567')
    expect(JSON.stringify(fault)).not.toContain('138')
  })
})

describe('report year: a year taken where none is written', () => {
  test.each([
    ['2026年3月5日', 2026],
    ['2026 年 3 月 5 日', 2026],
    ['2026.3.5', 2026],
    ['20260305', 2026],
    ['2026年3月', 2026],
    ['2026年', 2026],
    ['二〇二六年三月五日', 2026],
    ['二○二六年三月', 2026],
    ['3月5日', '[not-a-report-date]'],
    ['26年3月5日', '[not-a-report-date]'],
    ['2026年13月5日', '[not-a-report-date]'],
    ['2026年2月30日', '[not-a-report-date]'],
    ['1926年3月5日', '[not-a-report-date]'],
    ['昨天', '[not-a-report-date]'],
  ])('%j → %s', (text, expected) => {
    expect(outcome(parseReportYear(text))).toBe(expected)
  })
})

describe('birth year', () => {
  test.each([
    ['1981年5月', 1981],
    ['1981.05', 1981],
    ['1981-05-12', 1981],
    ['198105', 1981],
    ['19810512', 1981],
    ['1981', 1981],
    ['1981年5月生', 1981],
    ['81.5', '[not-a-birth-date]'],
    ['45', '[not-a-birth-date]'],
    ['1881年', '[not-a-birth-date]'],
  ])('%j → %s', (text, expected) => {
    expect(outcome(parseBirthYear(text))).toBe(expected)
  })
})

describe('kind and level', () => {
  test.each([
    ['专职', 'full-time'],
    [' 兼 职 ', 'part-time'],
    ['兼', 'part-time'],
    ['专职指导员', 'full-time'],
    ['专/兼职', '[not-a-kind]'],
    ['退休', '[not-a-kind]'],
  ])('kind %j → %s', (text, expected) => {
    expect(outcome(parseKind(text))).toBe(expected)
  })

  test.each([
    ['大连市专职集体协商指导员登记表', 'full-time'],
    ['兼职', 'part-time'],
    ['专（兼）职指导员登记表', null],
    ['专职、兼职指导员登记表', null],
    ['集体协商指导员登记表', null],
  ])('title %j → %s', (title, expected) => {
    expect(kindOfTitle(title)).toBe(expected)
  })

  test.each([
    ['市级', 'city'],
    ['区 级', 'district'],
    ['街道', 'subdistrict'],
    ['县级', '县级'],
  ])('level %j → %s', (text, expected) => {
    expect(parseLevel(text)).toBe(expected)
  })
})

describe('identity numbers are seen in every guise, and phones and terms are none', () => {
  test.each([
    ['11010519491231002X', true],
    ['11010519491231002x', true],
    ['１１０１０５１９４９１２３１００２Ｘ', true],
    ['身份证:110105194912310021。', true],
    ['110105 19491231 0021', true],
    ['110105-19491231-0021', true],
    ['110105491231002', true],
    ['110105199003070000', true],
    ['13812345678', false],
    ['13812345678 13912345678', false],
    ['0411-82345678 13812345678', false],
    ['20240101-20261231', false],
    ['123456789012345678', false],
    ['1101051949123100211234', false],
  ])('%j → %s', (text, expected) => {
    expect(holdsIdentityNumber(text)).toBe(expected)
  })
})
