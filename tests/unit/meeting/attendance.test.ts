import { describe, expect, test } from 'vitest'
import { doubleListings, misplacedPeers, quorumOf } from '#shared/domain/ballot/plan/attendance.ts'
import { planWarnings } from '#shared/domain/ballot/plan/plan-warnings.ts'
import { group, withGroups } from './plan-group.ts'

describe('attendance', () => {
  test('two thirds of everybody expected, exactly', () => {
    const of = (expected: number, attended?: number) =>
      quorumOf(withGroups(group({ expected, ...(attended === undefined ? {} : { numbers: { attended } }) })).plan)
    expect(of(9, 6)).toEqual({ expected: 9, attended: 6, need: 6, reached: true })
    expect(of(10, 6)).toMatchObject({ need: 7, reached: false })
    expect(of(10)).toMatchObject({ attended: null, reached: false })
    expect(of(0, 0)).toMatchObject({ need: 0, reached: true })
  })

  // Catches: one person who votes twice, as somebody of the office and of an enterprise.
  test('a person on two lists is found by name and unit, or by the roster', () => {
    const { plan } = withGroups(
      group({ attendance: [{ name: '王 明', unit: '一厂' }, { name: '李强' }, { name: '赵六', unit: '三厂' }] }),
      group({
        id: 'B',
        attendance: [
          { name: '王明', unit: '一厂' },
          { name: '李强', unit: '二厂' },
          { name: '赵六', unit: '四厂' },
        ],
      }),
    )
    expect(doubleListings(plan)).toEqual([
      { name: '王 明', unit: '一厂', groups: ['A', 'B'] },
      { name: '李强', unit: '', groups: ['A', 'B'] },
    ])
    const appraised = withGroups(group({ attendance: [{ name: '指导员01', instructor: 'i01' }] }), group({ id: 'D' }))
    const peers = new Set(['D'])
    expect(misplacedPeers(appraised.plan, appraised.setUp.instructors, peers)).toEqual([
      { name: '指导员01', group: 'A', sure: true },
    ])
    // Typed or pasted, a name has no roster id.
    const typed = withGroups(
      group({ attendance: [{ name: '甲 一', unit: '一厂' }, { name: '甲一' }, { name: '甲一', unit: '二厂' }] }),
      group({ id: 'D', attendance: [{ name: '甲一', unit: '一厂' }] }),
    )
    const found = misplacedPeers(typed.plan, [{ id: 'i01', name: '甲一', unit: '一厂' }], peers)
    expect(found.map(({ sure }) => sure)).toEqual([true, true, false])
    expect(planWarnings(appraised.plan, appraised.setUp)).toContainEqual({
      code: 'peer-in-other-group',
      group: 'A',
      details: { name: '指导员01' },
      blocks: true,
    })
  })
})
