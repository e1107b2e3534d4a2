import { expect, test } from 'vitest'
import { attachedScans } from '#renderer/features/sheet/scans/file-scans.ts'
import { checkChange } from '#shared/domain/evaluation/check-change.ts'
import { readEvaluation } from '#shared/domain/evaluation/read-evaluation.ts'
import { writeEvaluation } from '#shared/domain/evaluation/write-evaluation.ts'
import { sheetDigests } from '#shared/sheets/scans/sheet-digests.ts'
import { signedForms } from '#shared/sheets/scans/signed-forms.ts'
import { yearData } from '#shared/sheets/year-data.ts'
import { readBuilt } from '#tests/fixtures/read-built.ts'
import { buildYear } from '#tests/unit/sheets/build-year.ts'

const evaluation = readBuilt(buildYear(3))
const file = (letter: string) => ({ sha256: letter.repeat(64), name: `${letter}.pdf`, size: 10 })
const sheet = (form: string, instructor: string | null, digest: string | null = '0123456789') => ({
  form,
  instructor,
  digest,
  pages: ['p'],
  agrees: true,
})

// Catches: a filed scan that the year's file does not take back when it is read again; an id used twice.
test('filed scans stand in the year’s file, readable again, beside what was there', () => {
  const kept = [
    { sheet: sheet('evaluation-record', 'i01'), file: file('a'), pages: 2 },
    { sheet: sheet('result-list', null, null), file: file('b'), pages: 3 },
  ]
  const first = checkChange(evaluation, { ...evaluation, attached: attachedScans([], kept, '2026-12-20') })
  if (!first.ok) throw new Error(JSON.stringify(first.error))
  const more = [{ sheet: sheet('evaluation-record', 'i02'), file: file('c'), pages: 1 }]
  const second = checkChange(first.value, {
    ...first.value,
    attached: attachedScans(first.value.attached ?? [], more, '2026-12-21'),
  })
  if (!second.ok) throw new Error(JSON.stringify(second.error))
  const read = readEvaluation(writeEvaluation(second.value))
  if (!read.ok) throw new Error(JSON.stringify(read.error))
  expect(read.value.attached?.map(each => each.id)).toEqual(['a1', 'a2', 'a3'])
  const forms = signedForms(yearData(read.value), read.value.attached)
  const record = forms.find(({ form }) => form.id === 'evaluation-record')
  expect([record?.signed, record?.due, record?.lacking.map(each => each.instructor.id)]).toEqual([2, 3, ['i03']])
  expect(forms.find(({ form }) => form.id === 'result-list')).toMatchObject({ signed: 1, due: 1 })
})

// Catches: an empty register waited for to the end of the year; one that somebody signed all the same not counted.
test('a register of suggestions is due only where there are any, or where it came back signed', () => {
  const due = (change: Partial<Parameters<typeof checkChange>[1]>) => {
    const year = checkChange(evaluation, { ...evaluation, ...change })
    if (!year.ok) throw new Error(JSON.stringify(year.error))
    const entry = signedForms(yearData(year.value), year.value.attached).find(({ form }) => form.id === 'suggestions')
    return [entry?.due, entry?.signed]
  }
  expect(due({})).toEqual([0, 0])
  expect(due({ suggestions: [{ id: 's1', meeting: 'm1', text: '多办培训' }] })).toEqual([1, 0])
  const scan = { sheet: sheet('suggestions', null), file: file('d'), pages: 1 }
  expect(due({ attached: attachedScans([], [scan], '2026-12-20') })).toEqual([1, 1])
})

// Catches: a check against figures that filing scans itself has changed.
test('a sheet’s digest follows its figures and not the scans that are filed', () => {
  const attached = attachedScans([], [{ sheet: sheet('result-list', null), file: file('a'), pages: 1 }], '2026-12-20')
  const filed = checkChange(evaluation, { ...evaluation, attached })
  const renamed = checkChange(evaluation, {
    ...evaluation,
    instructors: evaluation.instructors.map((person, index) => (index === 0 ? { ...person, name: '别人' } : person)),
  })
  if (!filed.ok || !renamed.ok) throw new Error('not a year')
  const digestOf = (year: typeof evaluation, instructor: string) =>
    sheetDigests(yearData(year)).digestOf({ form: 'evaluation-record', instructor })
  expect(digestOf(filed.value, 'i01')).toBe(digestOf(evaluation, 'i01'))
  expect(digestOf(renamed.value, 'i01')).not.toBe(digestOf(evaluation, 'i01'))
  expect(digestOf(evaluation, 'nobody')).toBeNull()
})
