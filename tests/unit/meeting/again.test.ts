import { describe, expect, test } from 'vitest'
import { meetingSchema } from '#shared/domain/ballot/meeting.ts'
import { groupsAgain, planAgain, setAside } from '#shared/domain/ballot/plan/again.ts'
import { meetingId } from '#shared/lib/fields.ts'
import { buildPlan } from '#tests/fixtures/build-plan.ts'
import { readPlanYear } from './meeting-plan-file.ts'

describe('a further round', () => {
  test('is of one group, with nothing counted yet', () => {
    const { plan } = readPlanYear(buildPlan({ attendanceReason: '大雪', incidents: [{ words: '码条遗失' }] }))
    const again = planAgain(plan, ['D'], meetingId.parse('m1-2'), '三人迟到')
    expect(again).toMatchObject({ id: 'm1-2', round: 2, again: { of: 'm1', reason: '三人迟到' } })
    expect(again.groups).toEqual([{ id: 'D', expected: 4, slips: 6, paper: 2 }])
    expect(again.attendanceReason ?? again.incidents).toBeUndefined()
  })

  const numbers = { expected: 5, attended: 5, printed: 5, issued: 5, returned: 4, void: 0 }

  // Catches: people whose ballots were counted with another group's, set aside with it and never asked to vote again; a
  // group that votes in two rounds after one.
  test('takes along the groups whose ballots it sets aside', () => {
    const none = { ...numbers, attended: 0, issued: 0, returned: 0 }
    const meeting = meetingSchema.parse({
      id: 'm1',
      groups: [
        { id: 'A', ...numbers },
        { id: 'B', ...numbers },
        { id: 'C', ...none, mergedInto: 'A' },
        { id: 'D', ...numbers, returned: 2, mergedInto: 'A' },
      ],
      tallies: [],
    })
    expect(groupsAgain(meeting, 'A', [])).toEqual(['A', 'D'])
    expect(groupsAgain(meeting, 'D', [])).toEqual(['A', 'D'])
    expect(groupsAgain(meeting, 'B', [])).toEqual(['B'])
    expect(groupsAgain(meeting, 'C', [])).toEqual(['A', 'C', 'D'])

    // Voided by the count itself, where nothing is merged any more.
    const { meeting: aside } = setAside(meeting, 'A', '收回多于发出')
    const { plan } = readPlanYear()
    const id = meetingId.parse('m2')
    expect(groupsAgain(aside, 'A', [])).toEqual(['A', 'D'])
    expect(groupsAgain(aside, 'A', [planAgain({ ...plan, id: aside.id }, ['D'], id, '收回多于发出')])).toEqual(['A'])
  })

  test('sets the earlier vote of the whole pile aside', () => {
    const meeting = meetingSchema.parse({
      id: 'm1',
      groups: [
        { id: 'A', ...numbers },
        { id: 'B', ...numbers },
        { id: 'D', ...numbers, returned: 2, mergedInto: 'A' },
      ],
      tallies: ['A', 'B'].map(id => ({
        instructor: 'i01',
        group: id,
        indicator: 'overall',
        marks: {},
        abstain: 4,
        invalid: 0,
      })),
    })
    const aside = setAside(meeting, 'D', '三人迟到，重新投票')
    expect(aside.groups).toEqual(['A', 'D'])
    expect(aside.meeting.groups.map(({ voided }) => voided)).toEqual([
      '三人迟到，重新投票',
      undefined,
      '三人迟到，重新投票',
    ])
    expect(aside.meeting.tallies.map(tally => tally.group)).toEqual(['B'])
  })
})
