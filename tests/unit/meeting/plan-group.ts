import { buildPlan, type PlanFile } from '#tests/fixtures/build-plan.ts'
import { readPlanYear } from './meeting-plan-file.ts'

/** Group A of a plan as the file has it: 8 expected, 10 slips, 2 paper ballots, but for `overrides`. */
export const group = (overrides: Partial<PlanFile['groups'][number]> = {}) => ({
  id: 'A',
  expected: 8,
  slips: 10,
  paper: 2,
  ...overrides,
})

/** A year read with a plan of just these groups. */
export const withGroups = (...groups: PlanFile['groups']) => readPlanYear(buildPlan({ groups }))
