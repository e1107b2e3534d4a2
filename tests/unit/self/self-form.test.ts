import { describe, expect, test } from 'vitest'
import { readEvaluation } from '#shared/domain/evaluation/read-evaluation.ts'
import { selfComponent } from '#shared/domain/scheme/scheme.ts'
import { buildSelfForm } from '#shared/domain/self/form/build-self-form.ts'
import { personByName, personInPath } from '#shared/domain/self/form/find-person.ts'
import { formProblemWords } from '#shared/domain/self/form/form-fault-words.ts'
import { mergeSelf, readSelfForm } from '#shared/domain/self/form/read-self-form.ts'
import { buildEvaluation, buildSelf } from '#tests/fixtures/build-evaluation.ts'
import { buildInstructor } from '#tests/fixtures/build-instructor.ts'
import { buildScheme, buildSelfComponent } from '#tests/fixtures/build-scheme.ts'
import type { EvaluationFile } from '#tests/fixtures/evaluation-file.ts'
import { cellOfLabel, fillForm, formBytes, sheetsOf, type Typed } from '#tests/fixtures/filled-form.ts'

const PEOPLE = [
  buildInstructor({ unit: '市总工会', engagedFrom: '2025-01-01', engagedTo: '2026-12-31' }),
  buildInstructor({ id: 'i02', name: '王晓明', unit: '东城区总工会' }),
  buildInstructor({ id: 'i03', name: '买买提·艾力' }),
  buildInstructor({ id: 'i04', name: '王晓' }),
]

function year(overrides: Partial<EvaluationFile> = {}) {
  const file = buildEvaluation({ instructors: PEOPLE, self: [], meetings: [], ratings: [], ...overrides })
  const read = readEvaluation(JSON.stringify(file))
  if (!read.ok) throw new Error(JSON.stringify(read.error))
  const component = selfComponent(read.value.scheme)
  if (!component) throw new Error('no self component')
  return { evaluation: read.value, component }
}

function formOf(id = 'i01', overrides: Partial<EvaluationFile> = {}) {
  const { evaluation, component } = year(overrides)
  const instructor = evaluation.instructors.find(person => person.id === id)
  if (!instructor) throw new Error(`no ${id}`)
  return formBytes(
    buildSelfForm({
      year: evaluation.year,
      organiser: evaluation.organiser,
      appraised: '集体协商指导员',
      component,
      instructor,
      record: evaluation.self.find(record => record.instructor === id) ?? null,
      deadline: '2026-11-30',
    }),
  )
}

function read(bytes: Buffer, overrides: Partial<EvaluationFile> = {}) {
  const { evaluation, component } = year(overrides)
  return readSelfForm(sheetsOf(bytes), {
    year: evaluation.year,
    instructors: evaluation.instructors,
    component,
    scheme: evaluation.scheme,
  })
}

/** The form filled in by label, and read: the record, and the problems as they are shown. */
function filled(cells: Readonly<Record<string, Typed>>, more: Readonly<Record<string, Typed>> = {}, form = formOf()) {
  const typed = Object.fromEntries(Object.entries(cells).map(([label, what]) => [cellOfLabel(form, label, 'D'), what]))
  const reading = read(fillForm(form, { ...typed, ...more }))
  if (!reading.ok) throw new Error(reading.error.code)
  return { ...reading.value, told: reading.value.problems.map(formProblemWords) }
}

const SCORES = {
  政策宣传与法律咨询: 14,
  '指导建制与要约、协商准备': 18,
  参与协商与签约: 19,
  培训协商代表: 9,
  备案与履约监督: 9,
  '走访、台账与总结': 9,
  服务态度与沟通: 9,
  纪律廉洁: 5,
}

// Catches: a form that loses or changes what is known when it goes out and comes back untouched.
test('what is known goes out with the form and comes back to the letter', () => {
  const record = buildSelf({ summary: '第一段。\n第二段，含“引号”。' })
  const reading = read(formOf('i01', { self: [record] }), { self: [record] })
  expect(reading).toEqual({
    ok: true,
    value: { person: expect.objectContaining({ id: 'i01' }), record, held: {}, problems: [] },
  })
})

test('an empty form is nobody’s record and no fault', () => {
  const { person, record, problems } = filled({})
  expect({ name: person?.id, record, problems }).toEqual({ name: 'i01', record: null, problems: [] })
})

// Catches: figures typed as text, full-width or by a formula that are refused or change their value.
test('figures are read however they were typed', () => {
  const { record, told } = filled({
    ...SCORES,
    政策宣传与法律咨询: '１４．５',
    参与协商与签约: { formula: '10+8.1+0.2', value: 10 + 8.1 + 0.2 },
    纪律廉洁: '5分',
    走访企业: '1,046',
    签订合同: '无',
  })
  expect(told).toEqual([])
  expect(record?.scores).toMatchObject({ policy: '14.5', bargaining: '18.3', integrity: '5' })
  expect(record?.workload).toEqual({ visits: 1046 })
})

describe('a cell that would have to be guessed is told with its place, and no score is made of the rest', () => {
  test.each<[string, Record<string, Typed>, string]>([
    ['blank', { 纪律廉洁: '' }, '纪律廉洁：没有填'],
    ['a word', { 纪律廉洁: '满分' }, '纪律廉洁：“满分”不是数字'],
    ['too high', { 纪律廉洁: 6 }, '纪律廉洁：6 超过上限 5'],
    ['negative', { 纪律廉洁: -1 }, '纪律廉洁：-1 低于 0'],
    ['a formula in error', { 纪律廉洁: { formula: 'A1', value: undefined } }, '纪律廉洁：公式出错（#N/A）'],
    ['a formula over empty cells', { 纪律廉洁: { formula: 'Z9', value: 0 } }, '纪律廉洁：公式没有算出结果'],
    ['a total that differs', { '合计（可不填）': 91 }, '合计：合计 91 与各项之和 92 不符'],
  ])('%s', (_, cells, words) => {
    const { record, told } = filled({ ...SCORES, ...cells })
    expect(told).toHaveLength(1)
    expect(told[0]).toContain(words)
    expect(told[0]).toMatch(/^第 \d+ 行/)
    expect(record?.scores).toBeUndefined()
  })
})

// Catches: seven good figures that have to be typed again because the eighth could not be read.
test('scores beside one that cannot be read wait as cells to type on from', () => {
  const { held } = filled({ ...SCORES, 纪律廉洁: '满分', 政策宣传与法律咨询: 99 })
  expect(held).toMatchObject({ 'score:policy': '99', 'score:bargaining': '19' })
  expect(held['score:integrity'] ?? '').toBe('')
  expect(filled({ ...SCORES, '合计（可不填）': 91 }).held).toEqual({})
})

test('a right total is no problem, and a wrong work figure leaves the scores alone', () => {
  const { record, told } = filled({ ...SCORES, '合计（可不填）': 92, 走访企业: 3.5 })
  expect(told).toEqual([expect.stringContaining('走访企业：3.5 应为整数')])
  expect(record).toEqual({ instructor: 'i01', scores: expect.objectContaining({ policy: '14' }) })
})

// Catches: an identity number that is taken into the year because it stands in a long text.
test('a summary with an identity number is refused', () => {
  const form = formOf()
  const title = cellOfLabel(form, '签订合同', 'A').slice(1)
  const { record, told } = filled({}, { [`A${Number(title) + 2}`]: '本人王某，身份证110101195801011234。' }, form)
  expect(record).toBeNull()
  expect(told).toEqual([expect.stringContaining('疑似身份证号')])
})

// Catches: a form of last year, or of a scheme that has changed since, that is taken for this year's.
test('another year’s form is refused, a changed scheme is told', () => {
  const old = formOf('i01', { year: 2025 })
  expect(read(old)).toEqual({ ok: false, error: { code: 'other-year', details: { value: 2025, year: 2026 } } })
  const [policy, guidance, ...others] = buildSelfComponent().indicators ?? []
  if (!policy || !guidance) throw new Error('no indicators')
  const changed = buildSelfComponent({
    indicators: [{ ...policy, points: '20' }, { ...guidance, name: '指导要约', points: '15' }, ...others],
  })
  const scheme = buildScheme({
    components: buildScheme().components.map(each => (each.kind === 'self' ? changed : each)),
  })
  const reading = read(
    fillForm(
      formOf(),
      Object.fromEntries(Object.entries(SCORES).map(([label, score]) => [cellOfLabel(formOf(), label, 'D'), score])),
    ),
    { scheme },
  )
  if (!reading.ok) throw new Error(reading.error.code)
  expect(reading.value.record).toBeNull()
  const told = reading.value.problems.map(problem => problem.code)
  expect(told.toSorted()).toEqual(['column-unknown', 'indicator-missing', 'points-changed'])
})

describe('a form finds its person', () => {
  // Catches: the second 王晓明's form that is put under the first one's name.
  test('of one name by what the form knows of itself', () => {
    expect(filled({}, {}, formOf('i02')).person?.id).toBe('i02')
  })

  // Catches: a form that somebody copied from a colleague and wrote their own name over.
  test('by the name that stands on it, not by whom it was made for', () => {
    expect(filled({}, { B2: '买买提•艾力' }).person?.id).toBe('i03')
    expect(filled({}, { B2: '没有这个人' })).toMatchObject({ person: null, record: null })
  })

  test('or says that there are two of the name', () => {
    expect(personByName(year().evaluation.instructors, '王 晓明')).toMatchObject({ error: { code: 'same-names' } })
    expect(personByName(year().evaluation.instructors, '王晓明', '东城区总工会')).toMatchObject({
      value: { id: 'i02' },
    })
  })
})

// Catches: 王晓's summary that is put under 王晓明, and folders by person that are not understood.
test.each([
  ['自评/买买提.艾力 总结.docx', 'i03'],
  ['买买提艾力.pdf', 'i03'],
  ['自评/买买提·艾力 总结.docx', 'i03'],
  ['总结（王 晓）终稿.pdf', 'i04'],
  ['东城区/买买提·艾力/照片1.jpg', 'i03'],
  ['王晓明个人总结.doc', 'same-names'],
  ['买买提·艾力和王晓.doc', 'several-people'],
  ['新建文件夹/扫描件.pdf', 'no-person'],
])('the file %s belongs to %s', (path, expected) => {
  const found = personInPath(year().evaluation.instructors, path)
  expect(found.ok ? found.value.id : found.error.code).toBe(expected)
})

test('a workbook that is no form, and one with two filled forms, are refused', () => {
  expect(
    readSelfForm([], { year: 2026, instructors: [], component: year().component, scheme: year().evaluation.scheme }),
  ).toMatchObject({
    error: { code: 'not-the-form' },
  })
  const [sheet] = sheetsOf(formOf())
  if (!sheet) throw new Error('no sheet')
  const { evaluation, component } = year()
  const context = { year: 2026, instructors: evaluation.instructors, component, scheme: evaluation.scheme }
  expect(readSelfForm([sheet, { ...sheet, name: '乙' }], context)).toMatchObject({ error: { code: 'several-forms' } })
})

// Catches: a form with only its scores filled in that erases the summary typed before, or the files kept with it.
test('what a form leaves blank stays as it was', () => {
  const attachments = [{ sha256: 'a'.repeat(64), name: '总结.pdf', size: 3 }]
  const before = { instructor: 'i01', summary: '总结', workload: { visits: 1, guided: 2 }, score: '80', attachments }
  expect(mergeSelf(before, { instructor: 'i01', workload: { visits: 9 }, scores: { policy: '1' } })).toEqual({
    instructor: 'i01',
    summary: '总结',
    workload: { visits: 9, guided: 2 },
    scores: { policy: '1' },
    attachments,
  })
})
