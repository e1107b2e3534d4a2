import { describe, expect, test } from 'vitest'
import {
  addHandCounts,
  compareHandCounts,
  type HandCount,
  handCountGaps,
} from '#shared/domain/ballot/count/hand-count.ts'
import { buildSetUp } from '#tests/unit/box/build-set-up.ts'

describe('called-out counts', () => {
  const setUp = buildSetUp({}, { people: 2 })
  const count = (overrides: Partial<HandCount> = {}): HandCount => ({
    group: 'A',
    returned: 4,
    void: 1,
    rows: [
      { instructor: 'i01', indicator: 'overall', marks: { excellent: 2, basic: 1 }, abstain: 0, invalid: 0, self: 0 },
      { instructor: 'i02', indicator: 'overall', marks: { competent: 1 }, abstain: 1, invalid: 1, self: 0 },
    ],
    ...overrides,
  })

  test('two counters are compared figure by figure, and each row must add up', () => {
    expect(compareHandCounts(count(), count(), setUp)).toEqual([])
    const other = count({ returned: 5, rows: count().rows.map(row => ({ ...row, marks: { excellent: 2 } })) })
    expect(compareHandCounts(count(), other, setUp)).toEqual([
      { instructor: null, indicator: null, of: 'returned', first: 4, second: 5 },
      { instructor: 'i01', indicator: 'overall', of: 'basic', first: 1, second: 0 },
      { instructor: 'i02', indicator: 'overall', of: 'competent', first: 1, second: 0 },
      { instructor: 'i02', indicator: 'overall', of: 'excellent', first: 0, second: 2 },
    ])
    expect(handCountGaps(count(), setUp)).toEqual([])
    expect(handCountGaps(count({ void: 0 }), setUp)).toEqual([
      { instructor: 'i01', indicator: 'overall', total: 3, valid: 4 },
      { instructor: 'i02', indicator: 'overall', total: 3, valid: 4 },
    ])
  })

  test('they join the pile that holds their group', () => {
    const row = { indicator: 'overall', abstain: 0, invalid: 0, self: 0 }
    const box = {
      groups: [
        { id: 'A', printed: 8, returned: 1, void: 0, mergedInto: 'C' },
        { id: 'B', printed: 6, returned: 0, void: 0, mergedInto: 'C' },
        { id: 'C', printed: 6, returned: 4, void: 0 },
        { id: 'D', printed: 5, returned: 0, void: 0, mergedInto: 'C' },
      ],
      tallies: ['i01', 'i02'].map(instructor => ({
        ...row,
        instructor,
        group: 'C',
        marks: { excellent: 5, competent: 0, basic: 0, incompetent: 0 },
      })),
    }
    const added = addHandCounts(setUp, box, [count()])
    expect(added).toEqual({
      ok: true,
      value: {
        groups: [{ id: 'A', printed: 8, returned: 5, void: 1, mergedInto: 'C' }, ...box.groups.slice(1)],
        tallies: [
          {
            ...row,
            instructor: 'i01',
            group: 'C',
            marks: { excellent: 7, competent: 0, basic: 1, incompetent: 0 },
          },
          {
            ...row,
            instructor: 'i02',
            group: 'C',
            marks: { excellent: 5, competent: 1, basic: 0, incompetent: 0 },
            abstain: 1,
            invalid: 1,
          },
        ],
      },
    })
  })

  test('all on paper: groups too small are merged as the box would', () => {
    const alone = addHandCounts(setUp, null, [count(), count({ group: 'B', returned: 1, void: 1, rows: [] })])
    expect(alone.ok && alone.value.groups.map(({ id, mergedInto }) => [id, mergedInto])).toEqual([
      ['A', undefined],
      ['B', 'A'],
      ['C', 'A'],
      ['D', 'A'],
    ])
    expect(alone.ok && alone.value.tallies.map(({ group: id, instructor }) => [id, instructor])).toEqual([
      ['A', 'i01'],
      ['A', 'i02'],
    ])
    const few = addHandCounts(setUp, null, [])
    expect(few).toMatchObject({ ok: true, value: { tallies: [] } })
  })

  // Catches: phones' ballots counted as returned that no row holds.
  test('a box that was too small to be counted cannot be joined, nor a row that does not add up', () => {
    const groups = [{ id: 'A', printed: 8, returned: 2, void: 0 }]
    expect(addHandCounts(setUp, { groups, tallies: [] }, [count()])).toEqual({ ok: false, error: 'box-uncounted' })
    expect(addHandCounts(setUp, null, [count({ void: 0 })])).toEqual({ ok: false, error: 'does-not-reconcile' })
  })
})
