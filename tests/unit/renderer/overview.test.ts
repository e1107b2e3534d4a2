import { expect, test } from 'vitest'
import { yearDataOf } from '#renderer/db/hooks/year-data.ts'
import { agendaOf } from '#renderer/features/years/agenda.ts'
import { nextStep } from '#renderer/features/years/next-step.ts'
import { stepRows } from '#renderer/features/years/step-rows.ts'
import { buildEvaluation, buildRating, buildSelf } from '#tests/fixtures/build-evaluation.ts'
import { buildInstructor, buildInstructors } from '#tests/fixtures/build-instructor.ts'
import type { EvaluationFile } from '#tests/fixtures/evaluation-file.ts'
import { readBuilt } from '#tests/fixtures/read-built.ts'

function yearOf(file: EvaluationFile) {
  const evaluation = readBuilt(file)
  const { year, title, organiser } = evaluation
  return yearDataOf({ year, title, organiser, sample: false, importedAt: '', stamps: {} }, evaluation)
}

const decided: EvaluationFile['decisions'] = [
  { instructor: 'i01', kind: 'confirm', proposed: 'excellent', final: 'excellent', by: '考评小组', date: '2026-12-20' },
]
const served: EvaluationFile['notices'] = [{ id: 'result-1', kind: 'result', date: '2026-12-28' }]

// Catches: a year that is stuck on a step that is done, jumps one that is open, or never ends.
test('the next step moves through the year', () => {
  const one = { instructors: [buildInstructor({ sources: ['district'] })] }
  const stages: readonly (readonly [Partial<EvaluationFile>, number | null, string | undefined])[] = [
    [{ instructors: [], self: [], meetings: [], ratings: [] }, null, 'roster'],
    [{ ...one, self: [], meetings: [], ratings: [] }, null, 'scheme'],
    [{ ...one, self: [], ratings: [] }, null, 'self'],
    [{ ...one, self: [buildSelf()], ratings: [] }, null, 'rating'],
    [{ ...one, ratings: [buildRating()] }, null, 'decision'],
    [{ ...one, decisions: decided }, null, 'decision'],
    [{ ...one, decisions: decided, notices: served }, 0, 'archive'],
    [{ ...one, decisions: decided, notices: served }, 1, 'safety'],
    [{ ...one, decisions: decided, notices: served, closed: { date: '2027-01-20', by: '李' } }, 1, undefined],
  ]
  expect(stages.map(([file, archives]) => nextStep(yearOf(buildEvaluation(file)), archives)?.step)).toEqual(
    stages.map(([, , step]) => step),
  )
})

// Catches: a bar that shows more than there is, or 100 % for a step that lacks somebody.
test('each bar counts people who are done', () => {
  const data = yearOf(
    buildEvaluation({ instructors: buildInstructors(2), ratings: [buildRating()], decisions: decided }),
  )
  const shares = Object.fromEntries(stepRows(data, null).map(row => [row.id, row.share]))
  expect(shares).toEqual({
    roster: null,
    scheme: null,
    self: { done: 1, of: 2 },
    ballot: null,
    rating: { done: 1, of: 4 },
    score: { done: 1, of: 2 },
    decision: { done: 1, of: 2 },
    sheets: null,
    archive: null,
  })
})

// Catches: a deadline that stays after everything is in; a day that is over and vanishes though something is open.
test('the agenda holds what is dated and open, the earliest first', () => {
  const dated = { deadlines: { self: '2026-11-20', ratings: '2026-12-05' }, notices: served }
  const open = yearOf(buildEvaluation({ ...dated, self: [] }))
  expect(agendaOf(open, 0, '2026-12-30').map(({ date, step, days }) => [date, step, days])).toEqual([
    ['2026-11-20', 'self', -40],
    ['2027-01-18', 'decision', 19],
    ['2027-06-30', 'archive', 182],
  ])
  const done = yearOf(buildEvaluation(dated))
  expect(agendaOf(done, 1, '2026-12-30').map(line => line.step)).toEqual(['decision'])
})
