import { expect, test } from 'vitest'
import { bringBack } from '#shared/domain/evaluation/bring-back.ts'
import type { EvaluationDraft } from '#shared/domain/evaluation/check-change.ts'
import { meetingExtract } from '#shared/domain/evaluation/meeting-extract.ts'
import { readEvaluation } from '#shared/domain/evaluation/read-evaluation.ts'
import { buildEvaluation } from '#tests/fixtures/build-evaluation.ts'
import { buildPlan } from '#tests/fixtures/build-plan.ts'
import { readPlanYear } from './meeting-plan-file.ts'

function read(draft: EvaluationDraft | null) {
  const evaluation = readEvaluation(JSON.stringify(draft))
  if (!evaluation.ok) throw new Error(JSON.stringify(evaluation.error))
  return evaluation.value
}

const plan = buildPlan({ groups: [{ id: 'A', expected: 30, slips: 33, paper: 0 }] })
const meetings = (buildEvaluation().meetings ?? []).map(meeting => ({ ...meeting, id: 'm1' }))

// Catches: counts that cannot come back to the office's year; the extract's people or scheme that come with them; counts of
// another list of people taken for these.
test('only a meeting’s result comes back from the computer on which it was held', () => {
  const { evaluation: office } = readPlanYear(plan)
  const extract = meetingExtract(office, 'm1')
  if (!extract) throw new Error('no plan')
  expect(bringBack(office, extract, 'm1')).toEqual({ ok: false, error: 'not-counted' })
  const incidents = [{ words: '一人称未投' }]
  const room = read({
    ...extract,
    plans: extract.plans?.map(each => ({ ...each, incidents })),
    meetings,
    suggestions: [{ id: 's1', meeting: 'm1', text: '多到一线' }],
  })
  const back = bringBack(office, room, 'm1')
  if (!back.ok) throw new Error(back.error)
  const year = read(back.value)
  expect(year.meetings).toEqual(room.meetings)
  expect(year.plans?.[0]?.incidents).toEqual(incidents)
  expect(year.suggestions?.map(({ text }) => text)).toEqual(['多到一线'])
  expect([year.instructors, year.scheme, year.self]).toEqual([office.instructors, office.scheme, office.self])
  // Brought again it is the same.
  const again = bringBack(year, room, 'm1')
  expect(again.ok && read(again.value)).toEqual(year)

  expect(bringBack(office, { ...room, year: 2025 }, 'm1')).toEqual({ ok: false, error: 'other-year' })
  expect(bringBack(office, room, 'm9')).toEqual({ ok: false, error: 'other-meeting' })
  const fewer = read({
    ...office,
    plans: office.plans?.map(each => ({ ...each, instructors: each.instructors.slice(1) })),
  })
  expect(bringBack(fewer, room, 'm1')).toEqual({ ok: false, error: 'other-list' })
})
