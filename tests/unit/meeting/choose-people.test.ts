import { describe, expect, test } from 'vitest'
import { choosePeople } from '#shared/domain/ballot/plan/choose-people.ts'
import { newPlan } from '#shared/domain/ballot/plan/new-plan.ts'
import { planComponent } from '#shared/domain/ballot/plan/plan-component.ts'
import { meetingId } from '#shared/lib/fields.ts'
import { buildSelf } from '#tests/fixtures/build-evaluation.ts'
import { readPlanYear } from './meeting-plan-file.ts'

describe('who is appraised', () => {
  // Catches: people left out who stand on the ballot, vote as peers or are told of; people taken in again without their 述职.
  test('what hangs on it follows, and comes back', () => {
    const { evaluation, plan: old } = readPlanYear(undefined, {
      instructors: [
        { id: 'i01', name: '张三', kind: 'full-time' },
        { id: 'i02', name: '丁一', kind: 'part-time' },
        { id: 'i03', name: '王五', kind: 'full-time' },
        { id: 'i04', name: '于二', kind: 'part-time' },
      ],
      self: [buildSelf({ instructor: 'i03', summary: '一年走访。' })],
    })
    const component = planComponent(old, evaluation.scheme)
    if (!component) throw new Error('no component')
    const { instructors, self } = evaluation
    const whole = newPlan({ id: meetingId.parse('m2'), title: '测评会', component, instructors, self })
    const choose = (plan: typeof whole, ...ids: string[]) => ({
      ...plan,
      ...choosePeople(plan, component, instructors, self, new Set(ids)),
    })
    const guest = { name: '老李' }
    const withGuest = whole.groups.map(each => (each.id === 'D' ? { ...each, attendance: [guest] } : each))
    const fewer = choose({ ...whole, groups: withGuest }, 'i01', 'i02')
    expect(fewer.instructors).toEqual(['i02', 'i01'])
    expect(fewer.summaries).toEqual([])
    expect(fewer.groups[3]).toMatchObject({ expected: 2, slips: 4, attendance: [guest, { instructor: 'i01' }] })
    expect(fewer.groups[0]).toEqual(whole.groups[0])
    expect(choose(choose(whole, 'i01'), 'i01', 'i02', 'i03', 'i04')).toEqual(whole)
  })
})
