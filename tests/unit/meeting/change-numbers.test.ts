import { expect, test } from 'vitest'
import { changeNumbers } from '#shared/domain/evaluation/change-numbers.ts'
import { changePlan } from '#shared/domain/evaluation/change-plan.ts'
import type { EvaluationDraft } from '#shared/domain/evaluation/check-change.ts'
import { readEvaluation } from '#shared/domain/evaluation/read-evaluation.ts'
import { buildEvaluation } from '#tests/fixtures/build-evaluation.ts'
import { buildPlan } from '#tests/fixtures/build-plan.ts'
import { readPlanYear } from './meeting-plan-file.ts'

function read(draft: EvaluationDraft | 'conflict') {
  const evaluation = readEvaluation(JSON.stringify(draft))
  if (!evaluation.ok) throw new Error(JSON.stringify(evaluation.error))
  return evaluation.value
}

// Catches: a figure typed before the one before it was in the form's copy, and lost to a conflict.
test('two figures typed one after the other are both kept', () => {
  const { evaluation } = readPlanYear()
  const first = read(changeNumbers(evaluation, 'm1', 'A', { attended: 8 }))
  const second = read(changeNumbers(first, 'm1', 'A', { spare: 1 }))
  expect(second.plans?.[0]?.groups[0]?.numbers).toEqual({ attended: 8, spare: 1 })
  const emptied = read(changeNumbers(second, 'm1', 'A', { spare: undefined }))
  expect(emptied.plans?.[0]?.groups[0]?.numbers).toEqual({ attended: 8 })
  expect(changeNumbers(second, 'm9', 'A', { attended: 8 })).toBe('conflict')
  expect(changePlan(second, 'm9', plan => plan)).toBe('conflict')
})

// Catches: a 清点单 that keeps the number of present people that was guessed at the opening.
test('figures put right after the opening go into the held meeting, the returned ballots stay', () => {
  const { evaluation } = readPlanYear(buildPlan({ groups: [{ id: 'A', expected: 30, slips: 33, paper: 0 }] }), {
    meetings: (buildEvaluation().meetings ?? []).map(meeting => ({ ...meeting, id: 'm1' })),
  })
  const before = evaluation.meetings[0]?.groups.find(({ id }) => id === 'A')
  if (!before) throw new Error('no group A')
  const attended = before.returned + 1
  const after = read(changeNumbers(evaluation, 'm1', 'A', { attended, spare: 1, printed: 90 })).meetings[0]
  expect(after?.groups.find(({ id }) => id === 'A')).toEqual({ ...before, attended, issued: attended + 1, printed: 90 })
  expect(after?.tallies).toEqual(evaluation.meetings[0]?.tallies)
})
