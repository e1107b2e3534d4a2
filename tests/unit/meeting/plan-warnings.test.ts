import { describe, expect, test } from 'vitest'
import { ballotEffort } from '#shared/domain/ballot/plan/ballot-effort.ts'
import { planWarnings } from '#shared/domain/ballot/plan/plan-warnings.ts'
import { buildPlan, type PlanFile } from '#tests/fixtures/build-plan.ts'
import { buildSetUp } from '#tests/unit/box/build-set-up.ts'
import { readPlanYear } from './meeting-plan-file.ts'
import { group } from './plan-group.ts'

describe('what is unwise in a plan', () => {
  const calm = (overrides: Parameters<typeof group>[0] = {}) => group({ paper: 3, ...overrides })
  const codes = (overrides: Partial<PlanFile>) => {
    const { plan, setUp } = readPlanYear(buildPlan(overrides))
    return planWarnings(plan, setUp).map(({ code, group: id }) => (id === null ? code : `${code} ${id}`))
  }

  test.each<[string, Partial<PlanFile>, string[]]>([
    ['nothing', { groups: [calm()] }, []],
    ['fewer slips than people', { groups: [calm({ slips: 4, paper: 0 })] }, ['few-slips A']],
    ['peers of whom each lacks one', { groups: [calm({ id: 'D', expected: 3 })] }, ['small-group D']],
    ['one paper ballot', { groups: [calm({ paper: 1 })] }, ['small-paper-pile A']],
    ['a rule that hits few people', { groups: [calm()], voidRules: ['all-equal'] }, ['rule-hits-few-people']],
    ['a limit of everybody', { groups: [calm()], limits: { excellent: 4 } }, ['limit-without-meaning']],
    [
      'an appraised teller',
      { groups: [calm()], roles: [{ role: 'teller', name: '指导员02' }] },
      ['role-is-appraised', 'too-few-tellers'],
    ],
    ['too few came', { groups: [calm({ numbers: { attended: 5 } })] }, ['under-two-thirds']],
    ['too few came, with a reason', { groups: [calm({ numbers: { attended: 5 } })], attendanceReason: '大雪' }, []],
  ])('%s', (_, overrides, expected) => {
    expect(codes(overrides)).toEqual(expected)
  })

  test('how many taps a ballot takes', () => {
    const setUp = buildSetUp({}, { people: 60, indicators: 8 })
    expect(ballotEffort(setUp)).toEqual({ people: 60, indicators: 8, taps: 480, minutes: 12 })
  })
})
