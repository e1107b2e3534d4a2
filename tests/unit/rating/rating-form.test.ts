import { describe, expect, test } from 'vitest'
import { readEvaluation } from '#shared/domain/evaluation/read-evaluation.ts'
import { ratingDuties, unionDuties } from '#shared/domain/rating/duties.ts'
import { buildRatingForm } from '#shared/domain/rating/form/build-rating-form.ts'
import { readRatingForm } from '#shared/domain/rating/form/read-rating-form.ts'
import { ratingComponents } from '#shared/domain/scheme/scheme.ts'
import { formProblemWords } from '#shared/domain/self/form/form-fault-words.ts'
import { buildEvaluation, buildRating } from '#tests/fixtures/build-evaluation.ts'
import { buildInstructor } from '#tests/fixtures/build-instructor.ts'
import { buildRatingComponent, buildScheme } from '#tests/fixtures/build-scheme.ts'
import type { EvaluationFile, SchemeFile } from '#tests/fixtures/evaluation-file.ts'
import { fillForm, formBytes, sheetsOf, type Typed } from '#tests/fixtures/filled-form.ts'

const PEOPLE = [
  buildInstructor({ sources: ['district'], unit: '甲厂' }),
  buildInstructor({ id: 'i02', name: '王晓明', sources: ['district'], unit: '乙厂' }),
  buildInstructor({ id: 'i03', name: '李刚', sources: ['district'] }),
  buildInstructor({ id: 'i04', name: '赵敏', posting: '交通运输产业', sources: ['industry'] }),
]

function year(overrides: Partial<EvaluationFile> = {}) {
  const file = buildEvaluation({ instructors: PEOPLE, self: [], meetings: [], ratings: [], ...overrides })
  const read = readEvaluation(JSON.stringify(file))
  if (!read.ok) throw new Error(JSON.stringify(read.error))
  const [component] = ratingComponents(read.value.scheme)
  if (!component) throw new Error('no rating component')
  const duties = ratingDuties(component, read.value.instructors, read.value.ratings)
  return { evaluation: read.value, component, unions: unionDuties(component, duties) }
}

function formOf(overrides: Partial<EvaluationFile> = {}, by = '西城区总工会') {
  const { evaluation, component, unions } = year(overrides)
  const union = unions.find(each => each.by === by)
  if (!union) throw new Error(`no ${by}`)
  const { organiser, scheme } = evaluation
  return formBytes(
    buildRatingForm({ year: evaluation.year, organiser, appraised: '指导员', scheme, component, union, deadline: '' }),
  )
}

function read(bytes: Buffer, overrides: Partial<EvaluationFile> = {}, expected = { source: '', by: '' }) {
  const { evaluation, component } = year(overrides)
  const { scheme, instructors, ratings } = evaluation
  return readRatingForm(sheetsOf(bytes), { year: evaluation.year, scheme, component, instructors, ratings, expected })
}

function readRight(...args: Parameters<typeof read>) {
  const reading = read(...args)
  if (!reading.ok) throw new Error(reading.error.code)
  const { source, by, rows, problems } = reading.value
  return {
    source: source.id,
    by,
    rows: rows.map(({ instructor, cells }) => [instructor.id, cells]),
    told: problems.map(formProblemWords),
  }
}

/** Columns of the default form: E 评分, F 月数, G 加分, H 扣分, I 事由, J 评语, K 建议等次; people from row 5. */
const filled = (typed: Readonly<Record<string, Typed>>) => readRight(fillForm(formOf(), typed))

// Catches: a rating that comes back from its own form changed, and forms that forget which union they are for.
test('what is known goes out with the form and comes back', () => {
  const ratings = [
    buildRating({ bonus: '2', reason: '获全市优秀案例', comment: '踏实，“认真”', months: 8, proposed: 'competent' }),
    buildRating({ instructor: 'i02', score: '88.25' }),
  ]
  const { source, by, rows, told } = readRight(formOf({ ratings }), { ratings })
  expect({ source, by, told }).toEqual({ source: 'district', by: '西城区总工会', told: [] })
  expect(rows).toEqual([
    [
      'i01',
      { score: '90.5', months: '8', bonus: '2', reason: '获全市优秀案例', comment: '踏实，“认真”', proposed: '称职' },
    ],
    ['i02', { score: '88.25' }],
  ])
})

// Catches: two people of one name mixed up, also after the union has sorted its rows.
test('people of one name are told apart, whatever order their rows are in', () => {
  const swapped = { A5: 2, C5: '乙厂', A6: 1, C6: '甲厂', E5: 82, E6: 81 }
  expect(filled(swapped).rows).toEqual([
    ['i02', { score: '82' }],
    ['i01', { score: '81' }],
  ])
})

test('figures are read however they were typed', () => {
  const { rows, told } = filled({
    E5: '９０。５',
    E6: { formula: 'AVERAGE(1,2)', value: 86.66666666666667 },
    E7: '88分',
    G7: '无',
    F7: '6个月',
  })
  expect(told).toEqual([])
  expect(rows).toEqual([
    ['i01', { score: '90.5' }],
    ['i02', { score: '86.6666666666667' }],
    ['i03', { score: '88', months: '6' }],
  ])
})

describe('a cell that would have to be guessed is told with its place and keeps its row out', () => {
  test.each<[string, Record<string, Typed>, string]>([
    ['no number', { E7: '优' }, '第 7 行 · 评分：“优”不是数字'],
    ['above the maximum', { E7: 100.5 }, '第 7 行 · 评分：100.5 超过上限 100'],
    ['a bonus without its reason', { E7: 90, G7: 2 }, '第 7 行 · 加减分事由：加、扣 2 分要写明事由'],
    ['a bonus over the cap', { E7: 90, G7: 6, I7: '好' }, '第 7 行 · 加分：6 超过上限 5'],
    ['months beyond a year', { E7: 90, F7: 13 }, '第 7 行 · 评定月数：13 应在 1 到 12 之间'],
    ['half a month', { E7: 90, F7: 1.5 }, '第 7 行 · 评定月数：1.5 应为整数'],
    ['no grade of the scheme', { E7: 90, K7: '很好' }, '第 7 行 · 建议等次：“很好”不是等次'],
    ['an unknown person', { B7: '钱某', E7: 90 }, '第 7 行 · 姓名：花名册里没有“钱某”'],
    ['a person twice', { B7: '王晓明', A7: 1, C7: '甲厂', E7: 90 }, '第 7 行 · 姓名：“王晓明”已在第 5 行'],
  ])('%s', (_, typed, words) => {
    const { rows, told } = filled({ E5: 80, ...typed })
    expect(told).toEqual([expect.stringContaining(words)])
    expect(rows).toEqual([['i01', { score: '80' }]])
  })
})

// Catches: a cap that is only held within one union's form.
test('bonuses count together with those of the person’s other ratings', () => {
  const ratings = [buildRating({ instructor: 'i03', source: 'industry', by: '产业', bonus: '4', reason: '好' })]
  const { told } = readRight(fillForm(formOf({ ratings }), { E7: 90, G7: 2, I7: '好' }), { ratings })
  expect(told).toEqual(['第 7 行 · 加分：2 超过上限 1'])
})

test('a form of another year, of another source, or none at all is refused', () => {
  expect(read(formOf({ year: 2025 }))).toMatchObject({ error: { code: 'other-year' } })
  expect(read(formOf(), {}, { source: 'industry', by: '' })).toMatchObject({ error: { code: 'other-source' } })
  expect(read(fillForm(formOf(), { E4: '别的' }))).toMatchObject({ error: { code: 'not-the-form' } })
})

// Catches: ratings of a component with indicators that come in half.
test('with indicators every one has its column, and a half-filled row is told', () => {
  const indicators = [
    { id: 'work', name: '工作实绩', points: '60' },
    { id: 'mind', name: '工作态度', points: '40' },
  ]
  const components: SchemeFile['components'] = buildScheme().components.map(each =>
    each.kind === 'rating' ? buildRatingComponent({ indicators }) : each,
  )
  const overrides = { scheme: buildScheme({ components }) }
  const form = fillForm(formOf(overrides), { E5: 55, F5: 38.5, E6: 50, E7: 61, F7: 30 })
  const { rows, told } = readRight(form, overrides)
  expect(rows).toEqual([['i01', { 'score:work': '55', 'score:mind': '38.5' }]])
  expect(told).toEqual(['第 6 行 · 工作态度：没有填', '第 7 行 · 工作实绩：61 超过上限 60'])
  expect(readRight(fillForm(form, { E4: '工作实绩（50分）' }), overrides).told).toContain(
    '第 4 行 · 工作实绩(50分)：“工作实绩”满分为 60，表上是 50，表格可能是旧的',
  )
})

describe('a district with indicators of its own', () => {
  const components: SchemeFile['components'] = buildScheme().components.map(each =>
    each.kind === 'rating'
      ? buildRatingComponent({ indicators: [{ id: 'work', name: '工作实绩', points: '100' }] })
      : each,
  )
  const overrides = {
    scheme: buildScheme({
      components,
      variants: [
        {
          id: 'v1',
          name: '东城区方案',
          postings: ['东城区'],
          components: [
            {
              id: 'rating',
              indicators: [
                { id: 'visits', name: '走访', points: '40' },
                { id: 'work', name: '工作实绩', points: '60' },
              ],
            },
          ],
        },
      ],
    }),
    instructors: [
      buildInstructor({ name: '张建国', posting: '东城区', sources: ['industry'] }),
      buildInstructor({ id: 'i02', name: '王晓明', posting: '西城区', sources: ['industry'] }),
    ],
    // One union for both districts.
    ratings: ['i01', 'i02'].map(instructor => ({ instructor, source: 'industry', by: '机械产业工会', comment: '好' })),
  }
  const form = (typed: Readonly<Record<string, Typed>>, sheet?: number) =>
    fillForm(formOf(overrides, '机械产业工会'), typed, sheet)

  // Catches: people of two districts under one head, so that a union is asked for indicators that are not theirs.
  test('has a sheet of its own in the form of a union that rates both, and each is read by its own', () => {
    const { rows, told } = readRight(fillForm(form({ E5: 35, F5: 50 }), { E5: 88 }, 1), overrides)
    expect(told).toEqual([])
    expect(rows).toEqual([
      ['i01', { 'score:visits': '35', 'score:work': '50', comment: '好' }],
      ['i02', { 'score:work': '88', comment: '好' }],
    ])
  })

  // Catches: a person moved to the other sheet by the union, rated without the indicators that count.
  test('a person under the other head is told and kept out', () => {
    const { rows, told } = readRight(form({ A5: 1, B5: '张建国', E5: 88 }, 1), overrides)
    expect(rows.map(([id]) => id)).not.toContain('i02')
    expect(told.join()).toContain('走访')
  })
})

// Catches: who rates whom guessed wrongly; a union's form that goes out without its people.
test('unions are named by posting and source, by what others of a posting show, or left open', () => {
  const names = (overrides: Partial<EvaluationFile>) =>
    year(overrides).unions.map(({ source, by, duties }) => [
      source.id,
      by,
      duties.map(duty => duty.instructor.id).join(),
    ])
  expect(names({})).toEqual([
    ['district', '西城区总工会', 'i01,i02,i03'],
    ['industry', '交通运输产业工会', 'i04'],
  ])
  expect(names({ ratings: [buildRating({ by: '西城总工会' })] })[0]).toEqual(['district', '西城总工会', 'i01,i02,i03'])
  const moved = buildInstructor({ sources: ['district', 'industry'], posting: '建材' })
  expect(names({ instructors: [moved] })).toEqual([
    ['district', '', 'i01'],
    ['industry', '', 'i01'],
  ])
})
