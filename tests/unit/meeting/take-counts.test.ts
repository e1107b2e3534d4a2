import { expect, test } from 'vitest'
import type { BoxCounts } from '#shared/domain/ballot/count/box-counts.ts'
import { setUpOf } from '#shared/domain/ballot/plan/set-up-of.ts'
import { readHubSetUp } from '#shared/domain/ballot/set-up/read-set-up.ts'
import { readEvaluation } from '#shared/domain/evaluation/read-evaluation.ts'
import { takeCounts } from '#shared/domain/evaluation/take-counts.ts'
import { buildPlan } from '#tests/fixtures/build-plan.ts'
import { planYear } from './meeting-plan-file.ts'

const plan = buildPlan({ groups: [{ id: 'A', expected: 110_000, slips: 120_000, paper: 0 }] })

function yearOf(text: string) {
  const read = readEvaluation(text)
  if (!read.ok) throw new Error(JSON.stringify(read.error))
  return read.value
}

/** What `hub open --json` prints where everybody who voted was content with everybody. */
function countsOf(returned: number): BoxCounts {
  return {
    groups: [{ id: 'A', printed: 120_000, returned, void: 0 }],
    tallies: ['i01', 'i02', 'i03', 'i04'].map(instructor => ({
      ...{ instructor, group: 'A', indicator: 'overall', abstain: 0, invalid: 0, self: 0 },
      marks: { excellent: returned, competent: 0, basic: 0, incompetent: 0 },
    })),
  }
}

// Catches: a vote of a hundred thousand that the app can neither hand to a hub nor have back.
test('what a hub is to vote on goes out of the year, and its counts come back in', () => {
  const year = yearOf(planYear(plan))
  const [standing] = year.plans ?? []
  if (!standing) throw new Error('no plan')
  // Too many for the file of one laptop.
  expect(setUpOf(standing, year.scheme, year.instructors).ok).toBe(false)
  const setUp = setUpOf(standing, year.scheme, year.instructors, readHubSetUp)
  if (!setUp.ok) throw new Error(JSON.stringify(setUp.error))
  expect(readHubSetUp(JSON.stringify(setUp.value))).toEqual(setUp)

  const taken = takeCounts(year, 'm1', JSON.stringify(countsOf(98_765)))
  if (!taken.ok) throw new Error(taken.error)
  const after = yearOf(JSON.stringify(taken.value))
  expect(after.meetings).toMatchObject([
    { id: 'm1', component: 'meeting', groups: [{ id: 'A', expected: 110_000, attended: 98_765, returned: 98_765 }] },
  ])
  expect(after.meetings[0]?.tallies).toHaveLength(4)
  expect(takeCounts(after, 'm1', JSON.stringify(countsOf(1)))).toEqual({ ok: false, error: 'counted' })
})

// Catches: the counts of another meeting, or of lists that were changed since, taken for these.
test('counts that are not of this plan are refused', () => {
  const year = yearOf(planYear(plan))
  const refused = (counts: unknown, id = 'm1') => takeCounts(year, id, JSON.stringify(counts))
  const counts = countsOf(9)
  const [group] = counts.groups
  expect(refused({ ...counts, groups: [{ ...group, printed: 33 }] })).toEqual({ ok: false, error: 'other-list' })
  expect(refused({ ...counts, groups: [...counts.groups, { ...group, id: 'B' }] })).toMatchObject({
    error: 'other-list',
  })
  expect(refused({ ...counts, tallies: counts.tallies.slice(1) })).toMatchObject({ error: 'other-list' })
  const others = counts.tallies.map(tally => ({ ...tally, indicator: 'k1' }))
  expect(refused({ ...counts, tallies: others })).toMatchObject({ error: 'other-list' })
  expect(refused(counts, 'm9')).toMatchObject({ error: 'other-meeting' })
  expect(refused({ status: 'recorded' })).toMatchObject({ error: 'not-counts' })
  expect(takeCounts(year, 'm1', 'PK')).toMatchObject({ error: 'not-counts' })
})
