import { expect, test } from 'vitest'
import { gradeCounts } from '#renderer/features/scheme/grade-counts.ts'
import { trialOf, tryScheme } from '#renderer/features/scheme/try-scheme.ts'
import type { Evaluation } from '#shared/domain/evaluation/evaluation.ts'
import type { SchemeDraft } from '#shared/domain/scheme/design/draft.ts'
import { scoreYear } from '#shared/domain/score/score-year.ts'
import { buildEvaluation, buildRating, buildSelf } from '#tests/fixtures/build-evaluation.ts'
import { buildInstructor } from '#tests/fixtures/build-instructor.ts'
import { readBuilt } from '#tests/fixtures/read-built.ts'

/** Before the meeting: three people with self scores of 92 and ratings of 98, 90 and none. */
function beforeTheMeeting(): Evaluation {
  const people = ['i01', 'i02', 'i03'].map(id => buildInstructor({ id, name: id, sources: ['district'] }))
  return readBuilt(
    buildEvaluation({
      instructors: people,
      self: people.map(person => buildSelf({ instructor: person.id })),
      meetings: [],
      ratings: [buildRating({ instructor: 'i01', score: '98' }), buildRating({ instructor: 'i02', score: '90' })],
    }),
  )
}

function trySchemes(data: Evaluation, now: SchemeDraft, tried: SchemeDraft, lend: boolean) {
  return trialOf(tryScheme(data, now, lend), tryScheme(data, tried, lend))
}

function withWeights(scheme: SchemeDraft, ...weights: readonly string[]): SchemeDraft {
  return {
    ...scheme,
    components: scheme.components.map((component, index) => ({ ...component, weight: weights[index] ?? '' })),
  }
}

// Catches: a trial that is worked out otherwise than the score is; old and new swapped; a rank or grade that stands still.
test('a trial shows the totals, ranks and grades of both schemes', () => {
  const year = beforeTheMeeting()
  const tried = { ...withWeights(year.scheme, '40', '50', '10'), excellentQuota: undefined }
  const trial = trySchemes(year, year.scheme, tried, true)
  if (!trial.ok) throw new Error(JSON.stringify(trial.error))
  // 10 and 40 of 50: (92 × 10 + 98 × 40) ÷ 50; then 40 and 10.
  expect(
    trial.value.changes.map(({ before, person }) => [
      person.instructor.name,
      before.printedTotal,
      person.printedTotal,
      before.rank,
      person.rank,
    ]),
  ).toEqual([
    ['i01', '96.80', '93.20', 1, 1],
    ['i03', '92.00', '92.00', 2, 2],
    ['i02', '90.40', '91.60', 3, 3],
  ])
})

// Catches: a trial that passes for the real thing although papers are missing, or one that writes into the year.
test('missing parts only hand their weight on where it was asked for, and nothing is kept', () => {
  const year = beforeTheMeeting()
  const written = JSON.stringify(year)
  const trial = trySchemes(year, year.scheme, withWeights(year.scheme, '40', '50', '10'), false)
  expect(trial.ok && trial.value.changes.every(change => change.person.printedTotal === null)).toBe(true)
  expect(JSON.stringify(year)).toBe(written)
  expect(scoreYear(year).people[0]?.blocked).toEqual(['meeting'])
})

// Catches: a half-typed weight that counts as 0; a year with other indicators scored wrongly instead of refused.
test('what cannot be computed is told with its place', () => {
  const year = beforeTheMeeting()
  expect(trySchemes(year, year.scheme, withWeights(year.scheme, '4', '50', '10'), true)).toMatchObject({
    ok: false,
    error: [{ path: 'scheme.components', code: 'total-not-hundred' }],
  })
  const [self, ...others] = year.scheme.components
  if (self?.kind !== 'self') throw new Error('the fixture lost its self component')
  const { indicators: _indicators, ...plain } = self
  const misfit = trySchemes(year, { ...year.scheme, components: [plain, ...others] }, year.scheme, true)
  expect(misfit).toMatchObject({
    ok: false,
    error: [{ path: 'self[0].scores', code: 'scores-without-indicators' }, {}, {}],
  })
})

// Catches: a bar that counts people twice or forgets those without a grade.
test('the bars count everybody once', () => {
  const year = beforeTheMeeting()
  const bars = gradeCounts(scoreYear(year).people, year.scheme)
  expect(bars.map(bar => `${bar.label} ${bar.value}`)).toEqual([
    '优秀 0',
    '称职 0',
    '基本称职 0',
    '不称职 0',
    '并列待定 0',
    '暂无等次 3',
  ])
})
