import { expect, test } from 'vitest'
import { readText } from '#electron/host/workbook/read-text.ts'
import { rosterCsv } from '#shared/domain/roster/edit/roster-csv.ts'
import { readRegistration } from '#shared/domain/roster/registration/read-registration.ts'
import { fullPerson, personWith } from './people.ts'

// Catches: a CSV that its own reader understands otherwise, and a cell that a spreadsheet runs.
test('the CSV is read back as the same people, and holds no formula', () => {
  const people = [
    fullPerson({
      sex: '男',
      birthYear: 1964,
      education: '大学本科',
      training: '2025年市总工会培训班',
      unit: '机械厂工会',
      engagedFrom: '2025-01-01',
      engagedTo: '2026-12-31',
      phone: '13800000001、0411-82345678',
    }),
    personWith({
      id: 'i02',
      name: '李芳',
      kind: 'part-time',
      unit: '=HYPERLINK("http://x")',
      training: '一、二\n"三"，四,五',
    }),
    personWith({ id: 'i03', name: '赵强', posting: '@东城', engagedTo: '2026-12-31', phone: '041182345678' }),
  ]
  const csv = rosterCsv(people)
  expect(csv.startsWith('\uFEFF')).toBe(true)
  expect(csv).not.toMatch(/(^|,)"?[=+@-](?!"0\d+"|\d)/m)
  const sheets = readText(Buffer.from(csv, 'utf8'), '花名册')
  if (!sheets.ok) throw new Error(sheets.error.code)
  const read = readRegistration(sheets.value)
  if (!read.ok) throw new Error(read.error.code)
  expect(read.value.problems).toEqual([])
  const phones = new Map([['i03', '0411-82345678']])
  expect(read.value.people.map(({ instructor }) => instructor)).toEqual(
    people.map(person => ({ ...person, ...(phones.has(person.id) && { phone: phones.get(person.id) }) })),
  )
})
