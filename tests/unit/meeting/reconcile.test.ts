import { describe, expect, test } from 'vitest'
import { meetingSchema } from '#shared/domain/ballot/meeting.ts'
import { meetingOf } from '#shared/domain/ballot/plan/meeting-of.ts'
import { reconcile } from '#shared/domain/ballot/plan/reconcile.ts'
import { turnoutNotes } from '#shared/domain/ballot/plan/turnout-notes.ts'
import { readEvaluation } from '#shared/domain/evaluation/read-evaluation.ts'
import { buildPlan, type PlanFile } from '#tests/fixtures/build-plan.ts'
import { readPlanYear } from './meeting-plan-file.ts'
import { group, withGroups } from './plan-group.ts'

describe('reconciliation', () => {
  const of = (numbers: PlanFile['groups'][number]['numbers'], returned: number, justifications?: never[]) =>
    reconcile(withGroups(group({ numbers, justifications })).plan, [{ id: 'A', returned, void: 1 }]).groups[0]

  test('a group that balances has nothing to explain', () => {
    expect(of({ attended: 7, spare: 1, leftover: 4 }, 7)).toEqual({
      numbers: {
        id: 'A',
        expected: 8,
        attended: 7,
        printed: 12,
        spare: 1,
        issued: 8,
        leftover: 4,
        returned: 7,
        valid: 6,
        void: 1,
      },
      gaps: [],
      voided: null,
    })
  })

  test('every line that does not balance wants words', () => {
    const gaps = (...parameters: Parameters<typeof of>) => of(...parameters)?.gaps.map(({ gap, by }) => [gap, by])
    expect(gaps({ attended: 7, leftover: 4 }, 5)).toEqual([
      ['leftover', 1],
      ['not-returned', 2],
    ])
    expect(gaps({ attended: 9, spare: 4 }, 9)).toEqual([
      ['attended-over-expected', 1],
      ['issued-over-printed', 1],
      ['leftover', -1],
    ])
  })

  test('words settle a gap; more returned than issued or present are settled by nothing', () => {
    const { plan } = withGroups(
      group({ numbers: { attended: 7 }, justifications: [{ gap: 'not-returned', words: '领码后离场' }] }),
    )
    expect(reconcile(plan, [{ id: 'A', returned: 6, void: 0 }]).settled).toBe(true)
    expect(of({ attended: 7, spare: 1 }, 9)?.voided).toBe('收回多于发出')
    // A lost slip and its spare have both voted: the spare does not make room for a vote more than people.
    expect(of({ attended: 7, spare: 1 }, 8)?.voided).toBe('收回多于实到')
  })

  test('what the 清点单 says below its numbers', () => {
    const { plan } = readPlanYear(
      buildPlan({
        groups: [
          group({ numbers: { attended: 5, spare: 1, leftover: 7 } }),
          group({
            id: 'B',
            numbers: { attended: 3, leftover: 9 },
            justifications: [{ gap: 'not-returned', words: '领码后离场' }],
          }),
        ],
        incidents: [{ group: 'A', words: '一人称未投票，码条显示已投', settled: '补发一张' }],
      }),
    )
    const numbers = { expected: 8, attended: 5, printed: 12, issued: 6, void: 0 }
    const groups = ['A', 'B'].map((id, index) => ({ ...numbers, id, returned: index === 0 ? 5 : 2 }))
    const meeting = meetingSchema.parse({ id: 'm1', groups, tallies: [] })
    expect(turnoutNotes(plan, meeting)).toEqual([
      '应到16人，实到8人，不足三分之二：＿＿＿＿＿＿＿＿＿＿',
      '票种A：补发码条1张',
      '票种A：发出与剩余合计比印制多1张：＿＿＿＿＿＿＿＿＿＿',
      '票种B：实到未投票1人：领码后离场',
      '票种A：一人称未投票，码条显示已投（处理：补发一张）',
    ])
  })

  test('a voided group keeps its numbers, and no tally of its pile', () => {
    const { plan, evaluation } = withGroups(
      group({ numbers: { attended: 3 } }),
      group({ id: 'B', numbers: { attended: 8 } }),
      group({ id: 'C', numbers: { attended: 2 } }),
    )
    const row = { instructor: 'i01', indicator: 'overall', marks: { basic: 5 }, abstain: 0, invalid: 0, self: 0 }
    const meeting = meetingOf(plan, {
      groups: [
        { id: 'A', printed: 10, returned: 3, void: 0 },
        { id: 'B', printed: 10, returned: 5, void: 0 },
        { id: 'C', printed: 10, returned: 3, void: 1, mergedInto: 'A' },
      ],
      tallies: [
        { ...row, group: 'A' },
        { ...row, group: 'B' },
      ],
    })
    expect(meeting.groups.map(({ id, voided, mergedInto }) => [id, voided, mergedInto])).toEqual([
      ['A', '与票种 A 合并计票，一并重投', undefined],
      ['B', undefined, undefined],
      ['C', '收回多于发出', undefined],
    ])
    expect(meeting.tallies.map(tally => tally.group)).toEqual(['B'])
    expect(readEvaluation(JSON.stringify({ ...evaluation, meetings: [meeting] })).ok).toBe(true)
  })
})
