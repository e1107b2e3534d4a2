import { expect, test } from 'vitest'
import { documentAuthor } from '#electron/host/archive/document-author.ts'
import { documentDate } from '#electron/host/archive/document-date.ts'
import { buildYear } from '#tests/unit/sheets/build-year.ts'
import { dataOf } from '#tests/unit/sheets/sheet-texts.ts'

const decision = { instructor: 'i01', kind: 'confirm', final: 'competent', by: '考评小组', date: '2026-12-20' } as const
const review = {
  ...decision,
  kind: 'review',
  final: 'excellent',
  by: '经审委',
  reason: '更正',
  date: '2027-01-20',
} as const
const served = { id: 'n1', kind: 'result', date: '2026-12-22' } as const
const put = {
  id: 'n2',
  kind: 'public' as const,
  from: '2026-12-14',
  to: '2026-12-18',
  people: ['i01'],
  objections: [],
}

function datesOf(file: Parameters<typeof dataOf>[0]) {
  const year = dataOf(file)
  const [person = null] = year.score.people
  return (form: string) => documentDate(form, year, person)
}

// Catches: a catalogue that dates a paper otherwise than the paper itself (DA/T 22-2015: the day on which it came about).
test('a document is dated by what it tells of', () => {
  const date = datesOf(
    buildYear(1, {
      decisions: [{ ...decision, final: 'excellent' }],
      notices: [served, put],
      publication: { publishedOn: '2026-10-08', by: '考评小组', history: [] },
    }),
  )
  expect(date('scheme-notice')).toBe('2026-10-08')
  expect(date('count-report')).toBe('2026-12-10')
  expect(date('public-notice')).toBe('2026-12-14')
  expect(date('public-report')).toBe('2026-12-18')
  expect(date('evaluation-record')).toBe('2026-12-20')
  expect(date('result-notice')).toBe('2026-12-22')
})

// Catches: a corrected notice dated before the review that corrected it.
test('what a review changed is dated by the review', () => {
  const date = datesOf(buildYear(1, { decisions: [decision, review], notices: [served] }))
  expect(date('result-notice')).toBe('2027-01-20')
  expect(date('evaluation-record')).toBe('2027-01-20')
})

test('what the data do not date has the year’s newest date, or its last day', () => {
  expect(datesOf(buildYear(1, { decisions: [decision] }))('scheme-notice')).toBe('2026-12-20')
  expect(datesOf(buildYear(1, { meetings: [] }))('count-report')).toBe('2026-12-31')
})

// Catches: a catalogue that names the city's federation for what a person wrote or a district sealed.
test('who signs a document is who made it', () => {
  const rating = { source: 'district', score: '90', months: 6 } as const
  const year = dataOf(
    buildYear(2, {
      ratings: [
        { instructor: 'i01', by: '东城区总工会', ...rating },
        { instructor: 'i01', by: '西城区总工会', ...rating },
      ],
    }),
  )
  const [first = null, second = null] = year.score.people
  const of = (form: string, person = first) => documentAuthor(form, year, person)
  expect(of('self-form')).toBe(first?.instructor.name)
  expect(of('rating-form')).toBe('东城区总工会、西城区总工会')
  expect(of('rating-form', second)).toBe(year.evaluation.organiser)
  expect(of('evaluation-record')).toBe(year.evaluation.organiser)
  expect(documentAuthor('count-report', year, null)).toBe(year.evaluation.organiser)
})
