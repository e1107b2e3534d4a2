import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { parseWorkbook } from '#electron/host/workbook/parse-workbook.ts'
import { writeForm } from '#electron/host/workbook/write-form.ts'
import { TEMPLATES } from '#resources/templates/templates.ts'
import { registrationOf } from './build-sheet.ts'

const folder = join(import.meta.dirname, '..', '..', '..', 'resources', 'templates')

// A template that its own reader does not understand sends every district's form back.
test.each(TEMPLATES.map(template => [template.file, template.form] as const))(
  '%s is what its generator makes',
  async (file, form) => {
    const bytes = await readFile(join(folder, file))
    expect(bytes.equals(writeForm(form))).toBe(true)
  },
)

test('the empty form is understood and empty; the example is read without a problem', () => {
  const read = TEMPLATES.map(({ file, form }) => {
    const sheets = parseWorkbook(writeForm(form), file)
    if (!sheets.ok) throw new Error(sheets.error.code)
    return registrationOf(sheets.value)
  })
  expect(read[0]?.people).toEqual([])
  expect(read[0]?.problems.map(problem => problem.code)).toEqual(['nobody'])
  expect(read[0]?.notices).toEqual([])
  expect(read[1]?.problems).toEqual([])
  expect(read[1]?.notices).toEqual([])
  expect(
    read[1]?.people.map(({ instructor }) => [instructor.name, instructor.birthYear, instructor.kind, instructor.level]),
  ).toEqual([
    ['王明', 1964, 'full-time', 'city'],
    ['阿依古丽·买买提', 1971, 'full-time', 'district'],
    ['李芳', 1980, 'part-time', 'subdistrict'],
  ])
})
