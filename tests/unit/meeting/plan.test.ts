import { describe, expect, test } from 'vitest'
import { newPlan } from '#shared/domain/ballot/plan/new-plan.ts'
import { planComponent } from '#shared/domain/ballot/plan/plan-component.ts'
import { readEvaluation } from '#shared/domain/evaluation/read-evaluation.ts'
import { writeEvaluation } from '#shared/domain/evaluation/write-evaluation.ts'
import { meetingId } from '#shared/lib/fields.ts'
import { buildSelf } from '#tests/fixtures/build-evaluation.ts'
import { buildPlan, type PlanFile } from '#tests/fixtures/build-plan.ts'
import { planYear, readPlanYear } from './meeting-plan-file.ts'
import { group } from './plan-group.ts'

describe('a plan in the evaluation file', () => {
  // Catches: a file of last month's version that comes back with a key it did not have.
  test('a file without plans stays without, one with them comes back the same', () => {
    const without = readEvaluation(planYear(buildPlan(), { plans: undefined }))
    expect(without.ok && writeEvaluation(without.value)).not.toContain('plans')
    const { evaluation } = readPlanYear()
    expect(readEvaluation(writeEvaluation(evaluation))).toEqual({ ok: true, value: evaluation })
  })

  test.each<[string, Partial<PlanFile>, string, string]>([
    ['an unknown component', { component: 'none' }, 'plans[0].component', 'unknown-id'],
    ['a group twice', { groups: [group(), group()] }, 'plans[0].groups[1].id', 'duplicate'],
    ['a group of no scheme', { groups: [group({ id: 'Z' })] }, 'plans[0].groups[0].id', 'unknown-id'],
    ['merged into itself', { groups: [group({ mergeInto: 'A' })] }, 'plans[0].groups[0].mergeInto', 'merge-circle'],
    ['merged into one not here', { groups: [group({ mergeInto: 'B' })] }, 'plans[0].groups[0].mergeInto', 'unknown-id'],
    ['nobody of the roster', { instructors: ['i99'] }, 'plans[0].instructors[0]', 'unknown-id'],
    ['somebody twice', { instructors: ['i01', 'i01'] }, 'plans[0].instructors[1]', 'duplicate'],
    [
      'an attendee of no roster',
      { groups: [group({ attendance: [{ name: '甲', instructor: 'i99' }] })] },
      'plans[0].groups[0].attendance[0].instructor',
      'unknown-id',
    ],
  ])('with %s is refused', (_, overrides, path, code) => {
    const read = readEvaluation(planYear(buildPlan(overrides)))
    expect(read.ok ? [] : read.error.map(fault => [fault.path, fault.code])).toEqual([[path, code]])
  })

  test('the first plan is whole: everybody in stroke order, peers listed, half a page each', () => {
    const { evaluation, plan: old } = readPlanYear(undefined, {
      instructors: [
        { id: 'i01', name: '张三', kind: 'full-time' },
        { id: 'i02', name: '丁一', kind: 'part-time', unit: '甲厂' },
        { id: 'i03', name: '王五', kind: 'full-time', unit: '乙厂' },
        { id: 'i04', name: '于二', kind: 'part-time' },
      ],
      self: [buildSelf({ instructor: 'i03', summary: '一年走访。'.repeat(200) })],
    })
    const component = planComponent(old, evaluation.scheme)
    if (!component) throw new Error('no component')
    const plan = newPlan({
      id: meetingId.parse('m2'),
      title: '测评会',
      component,
      instructors: evaluation.instructors,
      self: evaluation.self,
    })
    expect(plan.instructors).toEqual(['i02', 'i04', 'i03', 'i01'])
    expect(plan.groups.map(({ id, expected, slips }) => [id, expected, slips])).toEqual([
      ['A', 30, 33],
      ['B', 30, 33],
      ['C', 30, 33],
      ['D', 2, 4],
    ])
    expect(plan.groups[3]?.attendance).toEqual([
      { name: '张三', instructor: 'i01' },
      { name: '王五', unit: '乙厂', instructor: 'i03' },
    ])
    expect(plan.summaries?.map(({ instructor }) => instructor)).toEqual(['i03'])
  })
})
