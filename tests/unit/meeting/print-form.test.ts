import { expect, test } from 'vitest'
import { printForm } from '#electron/host/meeting/print-form.ts'
import { setUpOf } from '#shared/domain/ballot/plan/set-up-of.ts'
import { buildInstructors } from '#tests/fixtures/build-instructor.ts'
import { buildPlan } from '#tests/fixtures/build-plan.ts'
import { readBuilt } from '#tests/fixtures/read-built.ts'
import { buildYear } from '#tests/unit/sheets/build-year.ts'
import { pdfPages, textOf } from '#tests/unit/sheets/pdf-text.ts'
import { readPlanYear } from './meeting-plan-file.ts'

// Catches: a voter of the fourth group who is handed 第 4 页 共 4 页 and asks for the other three.
test('each group’s ballot and list count their own pages', async () => {
  const evaluation = readBuilt(buildYear(4, { meetings: [], plans: [buildPlan()] }))
  const [plan] = evaluation.plans ?? []
  if (!plan) throw new Error('no plan')
  const setUp = setUpOf(plan, evaluation.scheme, evaluation.instructors)
  if (!setUp.ok) throw new Error(JSON.stringify(setUp.error))
  for (const form of ['paper-ballot', 'sign-in'] as const) {
    const printed = await printForm({ evaluation, plan, setUp: setUp.value }, form, null, undefined)
    if (!printed.ok) throw new Error(JSON.stringify(printed.error))
    const pages = (await pdfPages(printed.value)).map(textOf)
    expect(pages.map(page => /第\d页共\d页/.exec(page)?.[0])).toEqual(Array(4).fill('第1页共1页'))
  }
})

// Catches: a second leaf that lies apart and could be any group's; a row that the keying calls by another number.
test('every leaf of a long ballot bears its group, and every row the number that the keying shows', async () => {
  const { plan: built, setUp, evaluation } = readPlanYear(longPlan(), { instructors: buildInstructors(60) })
  const printed = await printForm({ evaluation, plan: built, setUp }, 'paper-ballot', 'C', undefined)
  if (!printed.ok) throw new Error(JSON.stringify(printed.error))
  const pages = (await pdfPages(printed.value)).map(textOf)
  expect(pages).toHaveLength(2)
  expect(pages.filter(page => page.includes('C姓名单位'))).toHaveLength(2)
  expect(pages[1]).toMatch(/60指导员60/)
})

function longPlan() {
  return buildPlan({ instructors: buildInstructors(60).map(({ id }) => id) })
}
