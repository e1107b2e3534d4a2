import { expect, test } from 'vitest'
import { carriedOver, chosenScheme, newYearForm, SAME_SCHEME, titleOf } from '#renderer/features/years/new-year-form.ts'
import { buildEvaluation } from '#tests/fixtures/build-evaluation.ts'
import { buildInstructor } from '#tests/fixtures/build-instructor.ts'
import { buildScheme } from '#tests/fixtures/build-scheme.ts'
import { readBuilt } from '#tests/fixtures/read-built.ts'

function row(year: number, sample = false) {
  return { year, title: '', organiser: '', sample, importedAt: '', stamps: {} }
}

// Catches: real work built on the sample's people unasked; a year proposed that is already there.
test('it begins after the latest real year, or in this one where there is none', () => {
  expect(newYearForm([row(2026), row(2025)], 2030)).toMatchObject({ year: 2027, from: 2026, scheme: SAME_SCHEME })
  expect(newYearForm([row(2026, true)], 2026)).toMatchObject({ year: 2027, from: null, scheme: 'three-part' })
  expect(newYearForm([], 2026)).toMatchObject({ year: 2026, from: null, scheme: 'three-part' })
})

// Catches: a title that calls other people instructors, or that overwrites what a person wrote.
test('the title follows year and people until somebody writes one', () => {
  const scheme = buildScheme({ appraised: '中层干部' })
  const from = readBuilt(buildEvaluation({ scheme }))
  const form = newYearForm([row(2026)], 2026)
  expect(titleOf(form, from)).toBe('2027年度中层干部考评')
  expect(titleOf({ ...form, scheme: 'dazhou' }, from)).toBe('2027年度中层干部考评')
  expect(titleOf({ ...form, from: null, scheme: 'dazhou' }, null)).toBe('2027年度集体协商指导员考评')
  expect(titleOf({ ...form, title: '自定' }, from)).toBe('自定')
  expect(chosenScheme(form, from)).toBe(from.scheme)
  expect(chosenScheme({ ...form, scheme: 'dazhou' }, from).name).toBe('达州式')
})

// Catches: people who stay or go without the clerk being told.
test('what comes along and what does not is said in numbers', () => {
  const from = readBuilt(
    buildEvaluation({
      self: [],
      meetings: [],
      ratings: [],
      instructors: [
        buildInstructor({ engagedTo: '2026-12-31', status: { underInvestigation: true } }),
        buildInstructor({ id: 'i02', name: '李东', engagedTo: '2027-01-01' }),
        buildInstructor({ id: 'i03', name: '张南', left: { date: '2026-08-01', reason: 'left' } }),
      ],
      decisions: [
        { instructor: 'i01', kind: 'confirm', final: 'competent', by: '考评小组', date: '2026-12-20' },
        { instructor: 'i02', kind: 'confirm', final: null, by: '考评小组', date: '2026-12-20' },
        { instructor: 'i03', kind: 'confirm', final: 'competent', by: '考评小组', date: '2026-12-20' },
      ],
    }),
  )
  const { carried, left } = carriedOver(newYearForm([row(2026)], 2026), from)
  expect(carried.slice(0, 3)).toEqual([
    '花名册 2 人，其中 1 人聘期在新年度前已满，请逐人核对',
    '1 人的 2026 年度审定等次，记入历年等次',
    '1 人“正在接受审查”的标记',
  ])
  expect(left[0]).toBe('已离任、去世或退出的 1 人')
})
