import { utils } from '@e965/xlsx'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseWorkbook } from '#electron/host/workbook/parse-workbook.ts'
import { type RegistrationFormData, registrationForm } from '#electron/host/workbook/registration-form.ts'
import { writeForm } from '#electron/host/workbook/write-form.ts'
import { isBlank } from '#shared/domain/roster/registration/cell-text.ts'
import { holdsIdentityNumber } from '#shared/domain/roster/registration/identity-number.ts'
import { oneLine, words } from '#shared/domain/roster/registration/tidy.ts'
import { cellOf, HEAD, NINE, registrationOf } from './build-sheet.ts'
import { bytesOf, workbook } from './build-workbook.ts'

type Person = RegistrationFormData['people'][number]

const han = fc.integer({ min: 0x4e00, max: 0x9fa5 }).map(code => String.fromCodePoint(code))
const name = fc
  .tuple(
    fc.string({ unit: han, minLength: 1, maxLength: 4 }),
    fc.option(fc.string({ unit: han, minLength: 1, maxLength: 6 })),
  )
  .map(([first, second]) => (second === null ? first : `${first}·${second}`))
const text = (tidy: (text: string) => string) =>
  fc
    .oneof(
      fc.string({ unit: 'binary', maxLength: 40 }),
      fc.string({ unit: han, maxLength: 20 }),
      fc.constantFrom('=1+1', '@x', '-5', '0011', '_x0041_', 'a\nb', '1E5', '2024-1-1'),
    )
    .map(tidy)
    .filter(value => !isBlank(cellOf(value)) && tidy(value) === value && !holdsIdentityNumber(value))
const day = fc
  .date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  .map(date => date.toISOString().slice(0, 10))
const term = fc.tuple(day, day).map(days => [...days].sort())
const phone = fc.constantFrom(
  '13800000001',
  '0411-82345678',
  '010-82345678-801',
  '82345678',
  '13800000001、0411-82345678',
)

const person: fc.Arbitrary<Person> = fc
  .record({
    name,
    sex: fc.constantFrom('男' as const, '女' as const),
    birthYear: fc.integer({ min: 1926, max: 2010 }),
    education: text(oneLine),
    training: text(words),
    unit: text(oneLine),
    kind: fc.constantFrom('full-time' as const, 'part-time' as const),
    level: fc.constantFrom('city', 'district', 'subdistrict', '县级'),
    posting: text(oneLine),
    term,
    phone,
  })
  .map(({ term: [engagedFrom = '', engagedTo = ''], ...rest }) => ({ ...rest, engagedFrom, engagedTo }))

const people = fc.uniqueArray(person, { minLength: 1, maxLength: 12, selector: each => JSON.stringify(each) })
const FIXED = { seed: 20_260_305, numRuns: 150 }

function withIds(persons: readonly Person[]) {
  return persons.map((each, index) => ({ id: `i${String(index + 1).padStart(2, '0')}`, ...each }))
}

function readBack(bytes: Buffer, name = '登记表.xlsx') {
  const sheets = parseWorkbook(bytes, name)
  if (!sheets.ok) throw new Error(sheets.error.code)
  return registrationOf(sheets.value)
}

describe('a clean roster that is written and read back is the same people', () => {
  test('in the form that Pingyi writes, whatever the words in it', () => {
    fc.assert(
      fc.property(people, persons => {
        const form = registrationForm({
          title: '集体协商指导员登记表',
          unit: '甲',
          filledBy: '乙',
          phone: '1',
          reportDate: '2026-03-05',
          people: persons,
          emptyRows: 3,
          more: true,
        })
        const read = readBack(writeForm(form))
        expect(read.problems).toEqual([])
        expect(read.people.map(each => each.instructor)).toEqual(withIds(persons))
      }),
      FIXED,
    )
  })

  test('in an .xls of another program', () => {
    fc.assert(
      fc.property(people, persons => {
        const rows = persons.map((each, index) => [
          index + 1,
          each.name,
          each.sex ?? '',
          2026 - (each.birthYear ?? 0),
          each.education,
          each.training,
          each.unit,
          `${each.engagedFrom}至${each.engagedTo}`,
          each.phone,
          each.kind === 'full-time' ? '专职' : '兼职',
          each.level,
          each.posting,
        ])
        const sheet = utils.aoa_to_sheet([[...HEAD], [...NINE, '专职/兼职', '级别', '派驻区/产业'], ...rows])
        const read = readBack(bytesOf(workbook({ S: sheet }), 'biff8'), '表.xls')
        expect(read.problems).toEqual([])
        expect(read.people.map(each => each.instructor)).toEqual(withIds(persons))
      }),
      { ...FIXED, numRuns: 40 },
    )
  })
})
